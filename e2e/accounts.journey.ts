import { type Browser, expect, type Page, test } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { expectAccessible } from './accessible.ts'
import { look } from './pages.ts'
import { type Program, startProgram } from './program.ts'

// The first administrator sets up the Ministry: from the command line to a colleague who signs in, is locked and back.
// Both look at many units: each adds a second step before anything opens, an app for codes and a passkey.

const PASSWORD = 'hoa sữa tháng mười'
const NEW_PASSWORD = 'hoa gạo tháng ba'

// Each part stands on what the one before has left.
test.describe.configure({ mode: 'serial' })

let product: Program

test.beforeAll(async () => {
  test.setTimeout(300_000)
  product = await startProgram('empty', { secondFactor: 'forced' })
})
test.afterAll(() => product?.stop())

async function setPassword(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Mật khẩu mới').fill(PASSWORD)
  await page.getByRole('button', { name: 'Lưu mật khẩu' }).click()
  await expect(page.getByRole('alert')).toContainText('Đã lưu mật khẩu')
}

async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.goto(`${product.url}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** Recovery codes by user name: each opens once, where a code of the app would have to wait for the next one. */
const recoveryCodes = new Map<string, string[]>()

async function keepRecoveryCodes(page: Page, username: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Mã khôi phục' })).toBeVisible()
  recoveryCodes.set(username, await page.locator('.recovery-codes code').allTextContents())
  await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click()
}

async function addApp(page: Page, username: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm ứng dụng tạo mã' }).click()
  await page.getByText('Không quét được?').click()
  const secret = (await page.locator('code.secret').innerText()).replace(/\s/g, '')
  await look(page, 'second-step-app')
  await page.getByLabel('Nhập 6 chữ số').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate())
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await keepRecoveryCodes(page, username)
}

/** A device that unlocks its keys by itself, as a phone does by finger. */
async function withDevice(page: Page): Promise<Page> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const
  await session.send('WebAuthn.addVirtualAuthenticator', { options })
  return page
}

/** Password and a recovery code. */
async function signInWhole(page: Page, username: string, password = PASSWORD): Promise<void> {
  await signIn(page, username, password)
  await page.getByLabel('Mã 6 số hoặc mã khôi phục').fill(recoveryCodes.get(username)!.pop()!)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
}

async function signInByPasskey(page: Page): Promise<void> {
  await page.goto(`${product.url}/dang-nhap`)
  await page.getByRole('button', { name: 'Vào bằng khóa truy cập' }).click()
}

async function elsewhere(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

test('an administrator opens an account, hands over the link, gives a role, locks and opens again', async ({ page, browser }) => {
  const link = await product.command('create-admin', '--unit', 'Bộ Giáo dục Mẫu', '--name', 'Đỗ Thị Đầu')
  await setPassword(page, link.replace(/^http:\/\/[^/]+/, product.url))
  await signIn(page, 'do.thi.dau')
  await expect(page.getByRole('heading', { name: 'Thêm bước xác minh thứ hai' })).toBeVisible()
  await addApp(page, 'do.thi.dau')
  await page.getByRole('link', { name: 'Tài khoản', exact: true }).click()
  await expect(page.getByRole('rowheader', { name: 'Đỗ Thị Đầu' })).toBeVisible()
  await look(page, 'accounts')

  await page.getByRole('link', { name: 'Mở tài khoản' }).click()
  await page.getByRole('button', { name: 'Mở tài khoản' }).click()
  await expect(page.getByText('Điền họ và tên.')).toBeVisible()
  await page.getByLabel('Họ và tên').fill('Hà Thị Chuyên')
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('ha.thi.chuyen')
  await page.getByLabel('Chuyên viên Bộ').check()
  await look(page, 'account-new')
  await page.getByRole('button', { name: 'Mở tài khoản' }).click()
  await expect(page.getByRole('heading', { name: 'Đã mở tài khoản cho Hà Thị Chuyên' })).toBeVisible()
  await look(page, 'account-link')
  await page.getByRole('button', { name: 'Chép liên kết' }).click()
  await expect(page.getByText('Đã chép liên kết.')).toBeVisible()
  const handed = await page.getByLabel('Liên kết đặt mật khẩu').inputValue()

  const colleague = await withDevice(await elsewhere(browser))
  await setPassword(colleague, handed)
  await signIn(colleague, 'ha.thi.chuyen')
  await colleague.getByRole('button', { name: 'Thêm khóa truy cập' }).click()
  await colleague.getByRole('button', { name: 'Thêm khóa truy cập' }).click()
  await keepRecoveryCodes(colleague, 'ha.thi.chuyen')
  await expect(colleague.getByText('Chuyên viên Bộ')).toBeVisible()

  await page.getByRole('link', { name: 'Xem tài khoản' }).click()
  await expect(page.getByRole('heading', { name: 'Hà Thị Chuyên', exact: true })).toBeVisible()
  await look(page, 'account')
  await page.getByRole('button', { name: 'Giao thêm vai trò' }).click()
  await page.getByLabel('Vai trò', { exact: true }).selectOption({ label: 'Văn thư' })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Giao vai trò' }).click()
  await expect(page.getByRole('rowheader', { name: 'Văn thư' })).toBeVisible()
  await page.getByRole('row', { name: 'Văn thư' }).getByRole('button', { name: 'Thu hồi' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await expect(page.getByRole('rowheader', { name: 'Văn thư' })).toBeHidden()

  await page.getByRole('button', { name: 'Khóa tài khoản' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Khóa tài khoản' }).click()
  await expect(page.getByText('Đã khóa', { exact: true })).toBeVisible()
  await colleague.reload()
  await expect(colleague.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()
  await page.getByRole('button', { name: 'Mở khóa' }).click()
  await expect(page.getByText('Đang dùng', { exact: true })).toBeVisible()
  await signInByPasskey(colleague)
  await expect(colleague.getByText('Chuyên viên Bộ')).toBeVisible()

  await page.getByRole('button', { name: 'Tạo liên kết đặt mật khẩu' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tạo liên kết đặt mật khẩu' }).click()
  const question = page.getByRole('dialog', { name: 'Nhập lại mật khẩu' })
  await question.getByLabel('Mật khẩu hiện tại').fill(PASSWORD)
  await look(page, 'prove-again')
  await question.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(question).toBeHidden()
  await expect(page.getByRole('dialog').getByLabel('Liên kết đặt mật khẩu', { exact: true })).toHaveValue(/\/mat-khau\//)
  await expectAccessible(page)
})

test('a list is found again by its address, and searched without diacritics', async ({ page }) => {
  await signInWhole(page, 'do.thi.dau')
  await page.getByRole('link', { name: 'Tài khoản', exact: true }).click()
  await page.getByLabel('Tìm theo họ tên hoặc tên đăng nhập').fill('chuyen')
  await expect(page.getByRole('rowheader')).toHaveText(['Hà Thị Chuyên'])
  await page.reload()
  await expect(page.getByRole('rowheader')).toHaveText(['Hà Thị Chuyên'])
  await page.getByLabel('Tìm theo họ tên hoặc tên đăng nhập').fill('không có ai')
  await expect(page.getByRole('heading', { name: 'Không có tài khoản nào' })).toBeVisible()
})

test('a person changes the password, which ends the other session, and reads the page in English', async ({ page, browser }) => {
  const other = await elsewhere(browser)
  await signInWhole(other, 'ha.thi.chuyen')
  await expect(other.getByText('Chuyên viên Bộ')).toBeVisible()
  await signInWhole(page, 'ha.thi.chuyen')
  await page.getByRole('link', { name: 'Tài khoản của tôi' }).click()
  await expect(page.getByText('Thiết bị này')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Kết thúc phiên', exact: true }).first()).toBeVisible()
  await look(page, 'own-account')

  await page.getByLabel('Mật khẩu hiện tại').fill('sai')
  await page.getByLabel('Mật khẩu mới').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await expect(page.getByRole('alert')).toContainText('Mật khẩu hiện tại chưa đúng')
  await page.getByLabel('Mật khẩu hiện tại').fill(PASSWORD)
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await expect(page.getByText('Đã đổi mật khẩu.')).toBeVisible()
  await other.reload()
  await expect(other.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()

  await page.getByLabel('Ngôn ngữ của các màn hình').selectOption('en')
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible()
  await expectAccessible(page)
})
