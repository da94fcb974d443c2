import { expect, type Locator, type Page, test } from '@playwright/test'
import { PASSWORD, signedIn } from './pages.ts'
import { type Program, startProgram } from './program.ts'
import { submit } from './steps.ts'
import { YEAR } from './superior-plans.ts'

// Two people at one plan, lost connections, ended sessions, taken numbers: nothing that was typed is lost.

// Each part goes on with the plan that the one before has left.
test.describe.configure({ mode: 'serial' })

let program: Program
let planPath: string

test.beforeAll(async () => {
  test.setTimeout(300_000)
  program = await startProgram('empty')
  await program.script('seed.ts', PASSWORD)
})
test.afterAll(() => program?.stop())

/** A line of the plan as it reads when it is not open. */
function line(page: Page, text: string): Locator {
  return page.locator('.line', { hasText: text })
}

async function openAt(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.locator('.line').first()).toBeVisible()
}

/** Opens the line that has the words `from` and types `to` in its place. */
async function retype(page: Page, from: string, to: string): Promise<void> {
  const open = page.locator('.line-open')
  if ((await open.count()) === 0) await line(page, from).getByRole('button', { name: /^Sửa dòng/ }).click()
  await open.getByLabel('Nội dung', { exact: true }).fill(to)
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible()
}

test('two people who edit one line are told, are offered both versions, and overwrite nothing', async ({ browser }) => {
  const head = await signedIn(browser, program.url, 'truong.ban')
  await head.getByRole('link', { name: 'Kế hoạch', exact: true }).click()
  await head.getByRole('link', { name: 'Soạn kế hoạch mới' }).first().click()
  await head.getByRole('button', { name: 'Tạo bản thảo' }).click()
  await expect(head.locator('.line').first()).toBeVisible()
  planPath = new URL(head.url()).pathname

  const secretary = await signedIn(browser, program.url, 'truong.thuky')
  await openAt(secretary, planPath)
  const theLine = 'Sinh hoạt chủ đề “Yêu thương và chia sẻ”'
  await expect(line(secretary, theLine)).toBeVisible()

  // The secretary does not hear of it until she saves.
  await secretary.route(/\/changes\b/, () => undefined)
  await retype(head, theLine, 'Bản của trưởng ban: gặp mặt Ngày Quốc tế Hạnh phúc.')
  await saved(head)
  await retype(secretary, theLine, 'Bản của thư ký: diễn đàn Ngày Quốc tế Hạnh phúc.')
  const notice = secretary.getByRole('alert').filter({ hasText: 'Lê Thị Mai vừa sửa cùng chỗ với thầy/cô' })
  await expect(notice).toContainText('Bản của trưởng ban: gặp mặt')
  await expect(notice).toContainText('Bản của thư ký: diễn đàn')
  await head.reload()
  await expect(line(head, 'Bản của trưởng ban: gặp mặt')).toBeVisible()

  await notice.getByRole('button', { name: 'Giữ bản của tôi' }).click()
  await saved(secretary)
  await expect(line(head, 'Bản của thư ký: diễn đàn')).toContainText('Trần Thu Hà vừa sửa dòng này.')
})

test('two people who change different things in one line both keep theirs', async ({ browser }) => {
  const head = await signedIn(browser, program.url, 'truong.ban')
  const secretary = await signedIn(browser, program.url, 'truong.thuky')
  for (const page of [head, secretary]) await openAt(page, planPath)
  await secretary.route(/\/changes\b/, () => undefined)
  await retype(head, 'Bản của thư ký', 'Diễn đàn Ngày Quốc tế Hạnh phúc.')
  await saved(head)
  await line(secretary, 'Bản của thư ký').getByRole('button', { name: /^Sửa dòng/ }).click()
  await secretary.locator('.line-open').getByRole('textbox', { name: 'Hạn' }).fill('21/03')
  await secretary.locator('.line-open').getByRole('textbox', { name: 'Hạn' }).blur()
  await saved(secretary)
  await secretary.reload()
  await expect(line(secretary, 'Diễn đàn Ngày Quốc tế Hạnh phúc.')).toContainText(`hạn 21/03/${YEAR}`)
})

test('what is typed without a connection is kept and saved when it is back', async ({ browser }) => {
  const page = await signedIn(browser, program.url, 'truong.ban')
  // What a line needs when it is opened is here before the connection is lost.
  await Promise.all([page.waitForResponse(/combobox-list/), openAt(page, planPath)])
  await page.context().setOffline(true)
  await retype(page, 'Diễn đàn Ngày Quốc tế Hạnh phúc.', 'Diễn đàn khi mất mạng.')
  await expect(page.getByText('Chưa lưu được, sẽ thử lại')).toBeVisible()
  await expect(page.getByText('Mất kết nối.', { exact: false })).toBeVisible()
  await expect(page.locator('.line-open').getByRole('combobox', { name: 'Chủ trì' })).toBeEditable()
  await page.context().setOffline(false)
  await saved(page)
  await expect(page.getByText('Mất kết nối.', { exact: false })).toBeHidden()
  await page.reload()
  await expect(line(page, 'Diễn đàn khi mất mạng.')).toBeVisible()
})

test('what was typed and never sent is offered back after the page is opened again', async ({ browser }) => {
  const page = await signedIn(browser, program.url, 'truong.ban')
  page.on('dialog', (dialog) => void dialog.accept())
  await openAt(page, planPath)
  await page.route(/\/nodes$/, (route) => route.abort('connectionfailed'))
  await retype(page, 'Diễn đàn khi mất mạng.', 'Diễn đàn chưa gửi được.')
  await expect(page.getByText('Chưa lưu được, sẽ thử lại')).toBeVisible()
  await page.reload()
  await page.unroute(/\/nodes$/)
  await expect(line(page, 'Diễn đàn khi mất mạng.')).toBeVisible()
  await expect(page.getByText(/^Có bản chưa lưu lúc/)).toBeVisible()
  await page.getByRole('button', { name: 'Dùng bản chưa lưu' }).click()
  await expect(line(page, 'Diễn đàn chưa gửi được.')).toBeVisible()
  await saved(page)
  await page.reload()
  await expect(line(page, 'Diễn đàn chưa gửi được.')).toBeVisible()
  await expect(page.getByText(/^Có bản chưa lưu lúc/)).toBeHidden()
})

test('whoever types after the session has ended signs in on the spot and loses nothing', async ({ browser }) => {
  const page = await signedIn(browser, program.url, 'truong.ban')
  await openAt(page, planPath)
  await program.script('end-sessions.ts')
  await retype(page, 'Diễn đàn chưa gửi được.', 'Diễn đàn sau khi hết phiên.')
  const dialog = page.getByRole('dialog', { name: 'Đăng nhập lại để làm tiếp' })
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('.line-open').getByLabel('Nội dung', { exact: true })).toHaveValue('Diễn đàn sau khi hết phiên.')
  await saved(page)
  await page.reload()
  await expect(line(page, 'Diễn đàn sau khi hết phiên.')).toBeVisible()
})

/** Keeps a number back for a document on paper. */
async function keepBack(page: Page, number: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Số \(/ }).fill(number)
  await page.getByLabel('Dùng cho văn bản nào').fill('Kế hoạch giấy của tổ Văn phòng')
  await page.getByRole('button', { name: 'Để dành' }).click()
}

test('a number that was kept back goes to the plan that asks for it, and is refused to whoever comes later', async ({ browser }) => {
  const clerk = await signedIn(browser, program.url, 'truong.vanthu')
  await clerk.goto('/van-ban/so')
  await keepBack(clerk, '1')
  await expect(clerk.getByText('Đã để dành số 01', { exact: false })).toBeVisible()
  const colleague = await signedIn(browser, program.url, 'truong.vanthu')
  await colleague.goto('/van-ban/so')
  await expect(colleague.getByText('01 (Kế hoạch giấy của tổ Văn phòng)')).toBeVisible()

  const head = await signedIn(browser, program.url, 'truong.ban')
  await openAt(head, planPath)
  await submit(head)
  const principal = await signedIn(browser, program.url, 'truong.hieutruong')
  await principal.getByRole('link', { name: 'Xem và duyệt' }).click()
  await principal.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(principal.getByText('Đã duyệt, chờ ban hành', { exact: true })).toBeVisible()
  await clerk.getByRole('link', { name: 'Việc cần làm' }).click()
  await clerk.getByRole('link', { name: 'Lấy số, ban hành' }).click()
  await clerk.getByRole('textbox', { name: /^Số / }).fill('1')
  await clerk.getByRole('button', { name: 'Ban hành', exact: true }).click()
  await expect(clerk.getByText('Đã ban hành', { exact: true })).toBeVisible()

  // The colleague still sees the number as free for paper.
  await keepBack(colleague, '1')
  await expect(colleague.getByRole('alert')).toContainText('Số 01 đã dùng trong năm nay. Số trống tiếp theo là 02.')
  await keepBack(colleague, '2')
  await expect(colleague.getByText('Đã để dành số 02', { exact: false })).toBeVisible()
})

test('whoever writes for a unit that is abolished meanwhile is told so, and the text stays on the screen', async ({ browser }) => {
  await program.script('seed.ts', PASSWORD, '.b')
  const head = await signedIn(browser, program.url, 'truong.ban.b')
  await head.goto('/ke-hoach/bat-dau')
  await head.getByRole('button', { name: 'Tạo bản thảo' }).click()
  await expect(head.locator('.line').first()).toBeVisible()

  const officer = await signedIn(browser, program.url, 'so.chuyenvien.b')
  await officer.goto('/don-vi')
  await officer.getByRole('link', { name: 'Trường THPT Bến Hạ' }).click()
  await officer.getByRole('button', { name: 'Chấm dứt hoạt động' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: 'Chấm dứt hoạt động' }).click()
  await expect(officer.getByText('Đơn vị đã chấm dứt hoạt động từ', { exact: false })).toBeVisible()

  await retype(head, 'Sinh hoạt chủ đề “Yêu thương và chia sẻ”', 'Viết sau khi đơn vị chấm dứt.')
  await expect(head.getByText('Đơn vị này đã chấm dứt hoạt động nên không sửa được nữa.', { exact: false })).toBeVisible()
  await expect(head.locator('.line-open').getByLabel('Nội dung', { exact: true })).toHaveValue('Viết sau khi đơn vị chấm dứt.')
})
