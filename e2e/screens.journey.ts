import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { look, PASSWORD, signedIn } from './pages.ts'
import { type Program, startProgram } from './program.ts'
import { approveDocument, draftFromFile, issueToSchools, startFromTodo, submit } from './steps.ts'
import { INVENTED_PLAN } from './superior-plans.ts'

// Every screen of documents and plans as people see it, on a PC and on a phone, and the way through by keyboard alone.
// Accounts and units are looked at in their own journeys.

// Each part goes on with what the one before has left.
test.describe.configure({ mode: 'serial' })

let program: Program
let planFile: string

test.beforeAll(async () => {
  test.setTimeout(300_000)
  program = await startProgram()
  await program.script('seed.ts', PASSWORD)
  planFile = join(program.dataDir, 'ke-hoach-cua-so.txt')
  writeFileSync(planFile, INVENTED_PLAN.text)
})
test.afterAll(() => program?.stop())

function person(browser: Browser, username: string): Promise<Page> {
  return signedIn(browser, program.url, username)
}

/** Goes to a screen by its address and looks when it has been read. */
async function lookAt(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path)
  await expect(page.locator('.skeleton')).toHaveCount(0)
  await look(page, name)
}

async function wide(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 800 })
}

test('sign-in, and what a Department has: register, upload, draft, document, numbers', async ({ browser }) => {
  test.setTimeout(240_000)
  const stranger = await (await browser.newContext({ baseURL: program.url })).newPage()
  await lookAt(stranger, '/dang-nhap', 'sign-in')
  const officer = await person(browser, 'so.chuyenvien')
  await lookAt(officer, '/ke-hoach', 'plans-empty')
  await lookAt(officer, '/van-ban', 'register-empty')
  await lookAt(officer, '/van-ban/nhap', 'upload')
  await lookAt(officer, '/van-ban/soan?so=outgoing', 'draft')
  await wide(officer)
  await draftFromFile(officer, planFile)
  await look(officer, 'document-review')
  await lookAt(officer, '/van-ban?so=outgoing', 'register')

  const head = await person(browser, 'so.giamdoc')
  await approveDocument(head)
  const clerk = await person(browser, 'so.vanthu')
  await lookAt(clerk, '/van-ban/so', 'number-series')
  await wide(clerk)
  await clerk.goto('/')
  await issueToSchools(clerk)
  await look(clerk, 'document-issued')
})

test('what a school has: to do, start, editor, review, comparison, issue', async ({ browser }) => {
  test.setTimeout(240_000)
  const writer = await person(browser, 'truong.ban')
  await expect(async () => {
    await writer.reload()
    await expect(writer.getByRole('link', { name: 'Bắt đầu soạn' })).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await look(writer, 'home')
  await lookAt(writer, '/ke-hoach/bat-dau', 'start')
  await wide(writer)
  await writer.goto('/')
  await startFromTodo(writer)
  await look(writer, 'editor')
  await writer.setViewportSize({ width: 390, height: 800 })
  await writer.getByRole('button', { name: 'Đối chiếu', exact: true }).click()
  await look(writer, 'editor-coverage', [390])
  const plan = new URL(writer.url()).pathname
  await writer.getByRole('button', { name: 'Kế hoạch', exact: true }).click()
  await wide(writer)
  await writer.locator('.line-3').first().getByRole('button', { name: /^Sửa dòng/ }).click()
  await look(writer, 'editor-line', [320, 1366])
  await wide(writer)
  await writer.goto(plan)
  await writer.getByRole('button', { name: 'Trình duyệt', exact: true }).click()
  await look(writer, 'submit', [320, 1366])
  await wide(writer)
  await writer.goto(plan)
  await submit(writer)
  await lookAt(writer, '/ke-hoach', 'plans')
  await lookAt(writer, `${plan}/so-sanh`, 'compare')

  const principal = await person(browser, 'truong.hieutruong')
  await lookAt(principal, `${plan}/duyet`, 'review')
  await wide(principal)
  await principal.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(principal.getByText('Đã duyệt, chờ ban hành', { exact: true })).toBeVisible()
  await lookAt(await person(browser, 'truong.vanthu'), `${plan}/duyet`, 'issue')
  await lookAt(await person(browser, 'so.chuyenvien'), '/doi-chieu', 'board')
})

/** Goes on with Tab until the thing has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let steps = 0; steps < 60; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

test('from sign-in to a submitted plan by keyboard alone', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: program.url, viewport: { width: 1366, height: 800 } })
  await page.goto('/dang-nhap')
  await tabTo(page, page.getByLabel('Tên đăng nhập'))
  await page.keyboard.type('so.chuyenvien')
  await tabTo(page, page.getByLabel('Mật khẩu', { exact: true }))
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Kế hoạch', exact: true }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Soạn kế hoạch mới' }).first())
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Tạo bản thảo' }))
  await page.keyboard.press('Enter')

  const task = page.locator('.line', { hasText: 'hạn' }).first().getByRole('button', { name: /^Sửa dòng/ })
  await expect(task).toBeVisible()
  await page.keyboard.press('Tab')
  await tabTo(page, page.locator('.line').first().getByRole('button', { name: /^Sửa dòng/ }))
  await page.keyboard.press('Enter')
  await expect(page.locator('.line-open textarea').first()).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' CỦA NGÀNH')
  await page.keyboard.press('Escape')
  await expect(page.locator('.line').first()).toContainText('CỦA NGÀNH')
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible()

  await page.reload()
  await tabTo(page, page.getByRole('button', { name: 'Trình duyệt', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kế hoạch đang chờ duyệt', { exact: false })).toBeVisible()
})
