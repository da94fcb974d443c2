import { expect, test } from '@playwright/test'
import { look } from './pages.ts'
import { startProgram, type Program } from './program.ts'

// The Department's officer looks after the units: finds, adds, moves, merges, imports.

test.describe.configure({ mode: 'serial' })

let program: Program

test.beforeAll(async () => {
  test.setTimeout(300_000)
  program = await startProgram('demo')
})
test.afterAll(() => program?.stop())

test.beforeEach(async ({ page }) => {
  await page.goto(`${program.url}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill('chuyenvien.sosongmo')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('song hanh cung nhau')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('link', { name: 'Đơn vị', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Đơn vị', level: 1 })).toBeVisible()
})

test('a unit is found without diacritics, added, renamed from a day on, and merged', async ({ page }) => {
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await look(page, 'units')

  await page.getByRole('link', { name: 'Thêm đơn vị' }).click()
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click()
  await expect(page.getByText('Ghi tên đầy đủ, ví dụ: Trường Mầm non Hoa Sữa.')).toBeVisible()
  await look(page, 'unit-new')
  for (const name of ['Trường Mầm non Đuôi Công', 'Trường Mầm non Ngọc Trai']) {
    await page.goto(`${program.url}/don-vi/moi`)
    await page.getByLabel('Tên đơn vị').fill(name)
    await page.getByLabel('Mầm non', { exact: true }).check()
    await page.getByRole('textbox', { name: 'Từ ngày' }).fill('01/01/2026')
    await page.getByRole('button', { name: 'Thêm đơn vị' }).click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  }
  await look(page, 'unit')

  await page.getByRole('button', { name: 'Đổi tên, chuyển, đổi cấp học' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên đơn vị').fill('Trường Mầm non Ngọc Biển')
  await look(page, 'unit-change')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('đổi tên từ Trường Mầm non Ngọc Trai thành Trường Mầm non Ngọc Biển')).toBeVisible()

  await page.getByRole('button', { name: 'Sáp nhập vào đơn vị khác' }).click()
  await dialog.getByRole('combobox', { name: 'Đơn vị nhận' }).fill('duoi cong')
  await page.getByRole('option', { name: 'Trường Mầm non Đuôi Công' }).click()
  await look(page, 'unit-merge')
  const tomorrow = new Date(Date.now() + 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })
  await dialog.getByRole('textbox', { name: 'Từ ngày' }).fill(tomorrow)
  await dialog.getByRole('button', { name: 'Sáp nhập vào đơn vị khác' }).click()
  await expect(page.getByRole('heading', { name: 'Trường Mầm non Đuôi Công', level: 1 })).toBeVisible()
  await expect(page.getByText('nhận sáp nhập')).toBeVisible()

  await page.goto(`${program.url}/don-vi`)
  await page.getByLabel('Tìm đơn vị').fill('ngoc bien')
  await expect(page.getByRole('link', { name: 'Trường Mầm non Ngọc Biển' })).toBeVisible()
})

test('an import says what is wrong first, then takes the good rows', async ({ page }) => {
  await page.getByRole('link', { name: 'Nhập từ Excel' }).click()
  const department = await page.locator('body').evaluate(() => document.body.innerText.match(/Sở Giáo dục và Đào tạo [^\n]+/)?.[0] ?? '')
  expect(department).not.toBe('')
  const rows = `Tên đơn vị;Đơn vị quản lý chuyên môn;Ghi chú\nTrường THPT Cửa Biển;${department};a\nTrường Cửa Sông;Sở Không Có;b\n`
  await page.locator('input[type=file]').setInputFiles({ name: 'don-vi.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
  await expect(page.getByText('2 dòng: 1 đơn vị mới, 0 thay đổi, 0 giữ nguyên, 1 dòng có lỗi.')).toBeVisible()
  await expect(page.getByText('Không tìm thấy “Sở Không Có”', { exact: false })).toBeVisible()
  await look(page, 'unit-import')
  await page.getByRole('button', { name: 'Nhập 1 đơn vị đúng, bỏ qua 1 dòng lỗi' }).click()
  await expect(page.getByText('Đã nhập 2 dòng', { exact: false })).toBeVisible()
  await page.getByRole('link', { name: 'Xem danh sách đơn vị' }).click()
  await page.getByLabel('Tìm đơn vị').fill('cua bien')
  await expect(page.getByRole('link', { name: 'Trường THPT Cửa Biển' })).toBeVisible()
})
