import { expect, test } from '@playwright/test'
import { DEMO_PASSWORD } from '#app/demo/accounts.ts'
import { press, tabTo, type } from './keyboard.ts'
import { type Program, startProgram } from './program.ts'
import { YEAR } from './superior-plans.ts'

let program: Program

test.beforeAll(async () => {
  test.setTimeout(300_000)
  program = await startProgram('demo')
})
test.afterAll(() => program?.stop())

const OWN_LINE = 'Nhà trường mời nữ cựu học sinh làm khoa học về trò chuyện với học sinh.'

test('by keyboard alone one signs in, starts a plan, adds and edits a line, decides a point and submits', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: program.url, viewport: { width: 1366, height: 800 } })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  await page.goto('/dang-nhap')
  await type(page, page.getByLabel('Tên đăng nhập'), 'truongban.thptsongmo')
  await type(page, page.getByLabel('Mật khẩu', { exact: true }), DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('link', { name: 'Bắt đầu soạn' }).first())
  await press(page, button('Tạo bản thảo'))

  const task = page.locator('.line', { hasText: 'hạn' }).first()
  await press(page, task.getByRole('button', { name: /^Sửa dòng/ }))
  const open = page.locator('.line-open')
  await press(page, open.getByRole('button', { name: 'Thêm dòng dưới' }))
  await expect(open.getByLabel('Nội dung', { exact: true })).toBeFocused()
  await page.keyboard.type(OWN_LINE)
  await type(page, open.getByRole('textbox', { name: 'Hạn' }), '20/11')
  await press(page, open.getByRole('button', { name: /^Xong dòng này/ }))
  const own = page.locator('.line', { hasText: OWN_LINE })
  await expect(own).toContainText(`hạn 20/11/${YEAR}`)
  await press(page, own.getByRole('button', { name: /^Sửa dòng/ }))
  await expect(open.getByLabel('Nội dung', { exact: true })).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' (khối 12)')
  await page.keyboard.press('Escape')
  await expect(own).toContainText('(khối 12)')
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible()

  const decision = button(/^Đúng/).first()
  await tabTo(page, decision)
  const words = (await decision.getAttribute('aria-label')) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: words, exact: true })).toHaveCount(0)

  await page.reload()
  await press(page, button('Trình duyệt'))
  const anyway = page.getByRole('dialog').getByRole('button', { name: 'Vẫn trình' })
  const waits = page.getByText('Kế hoạch đang chờ duyệt', { exact: false })
  await expect(anyway.or(waits)).toBeVisible()
  if (await anyway.isVisible()) await press(page, anyway)
  await expect(waits).toBeVisible()
})
