import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { look, signedIn } from './pages.ts'
import { type Program, startProgram } from './program.ts'

// A pupil without script reports, the handler opens and answers, the pupil reads it; the head and the administrator see
// nothing, and nothing of it lies in clear anywhere the program writes.

const PASSWORD = 'song hanh cung nhau'
const PASSPHRASE = 'qxzvphrase bon con meo ngu'
// No word of any catalog; once for each way in.
const MARKERS = { story: 'Qxzvkaje ke chuyen', place: 'Qxzvplace san sau', contact: 'Qxzvcontact 0900', file: 'qxzvfile anh', answer: 'Qxzvanswer em on khong', note: 'Qxzvnote ghi chu', more: 'Qxzvmore them' } as const
/** A picture of one pixel, with a marker behind it. */
const PICTURE = Buffer.concat([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'), Buffer.from('Qxzvbytes')])

test.describe.configure({ mode: 'serial' })

let product: Program
let codes: readonly [code: string, secret: string]

test.beforeAll(async () => {
  test.setTimeout(300_000)
  // The log says as much as it can.
  process.env['SONGHANH_LOG'] = 'debug'
  product = await startProgram('demo')
  delete process.env['SONGHANH_LOG']
})
test.afterAll(() => product?.stop())

async function openFirst(page: Page): Promise<void> {
  await page.goto(`${product.url}/viec-rieng`)
  await page.getByRole('link', { name: /Việc số/ }).first().click()
  await page.getByRole('textbox', { name: 'Câu khóa' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Mở', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Nội dung đã gửi' })).toBeVisible()
}

test('the handler makes a passphrase of their own, and the school takes reports from then on', async ({ browser }) => {
  const page = await signedIn(browser, product.url, 'vuviec.thptsongmo', PASSWORD)
  await page.getByRole('link', { name: 'Tạo câu khóa' }).click()
  await expectAccessible(page)
  await page.getByLabel('Câu khóa mới').fill(PASSPHRASE)
  await page.getByLabel('Nhập lại câu khóa').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Tạo khóa' }).click()
  await expect(page.getByText('Khóa dùng được từ')).toBeVisible()
  await look(page, 'case-key')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Khóa lại ngay' }).click()
  await expect(page.getByText('Đang mở đến')).toHaveCount(0)
})

test('a pupil without script finds the school, tells, and gets a code', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(product.url)) elsewhere.push(request.url())
  })
  await page.goto(`${product.url}/giup-do`)
  await expect(page.getByRole('link', { name: '111' })).toBeVisible()
  await page.getByLabel('Tên trường').fill('thpt sông mơ')
  await page.getByRole('button', { name: 'Tìm trường' }).click()
  await page.getByRole('link', { name: 'Trường THPT Sông Mơ', exact: true }).click()
  await page.getByRole('button', { name: 'Gửi' }).click()
  await expect(page.getByRole('alert')).toContainText('chọn giúp một ý')
  await page.getByText('Bị đánh, dọa nạt, bắt nạt').click()
  await page.getByText('Người gặp chuyện').click()
  await page.getByLabel('Chuyện xảy ra thế nào?').fill(MARKERS.story)
  await page.getByLabel('Ở đâu, khi nào?').fill(MARKERS.place)
  await page.getByLabel('Cách liên hệ an toàn').fill(MARKERS.contact)
  await page.getByLabel('Ảnh hoặc tệp').setInputFiles({ name: `${MARKERS.file}.png`, mimeType: 'image/png', buffer: PICTURE })
  await page.getByRole('button', { name: 'Gửi' }).click()
  await expect(page.getByRole('heading', { name: 'Đã gửi' })).toBeVisible()
  const [code, secret] = await page.locator('.code').allTextContents()
  codes = [code!, secret!]
  expect(await context.cookies()).toEqual([])
  expect(elsewhere).toEqual([])
  await context.close()
})

test('the pages are accessible, and Esc three times leaves them without a way back', async ({ page }) => {
  await page.route('https://vi.wikipedia.org/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Bách khoa</title>' }))
  for (const path of ['/giup-do', '/get-help', '/giup-do/tra-loi']) {
    await page.goto(product.url + path)
    await expectAccessible(page)
  }
  await page.goto(`${product.url}/giup-do`)
  for (let n = 0; n < 3; n++) await page.keyboard.press('Escape')
  await page.waitForURL('https://vi.wikipedia.org/**')
  await page.goBack()
  expect(page.url()).toBe(`${product.url}/giup-do/tra-loi`)
})

test('the handler is told, opens with the passphrase, notes and answers', async ({ browser }) => {
  const page = await signedIn(browser, product.url, 'vuviec.thptsongmo', PASSWORD)
  await expect(page.getByText('việc cần giữ kín chưa mở')).toBeVisible()
  await openFirst(page)
  await expect(page.getByText(MARKERS.story)).toBeVisible()
  await expectAccessible(page)
  await look(page, 'case')
  await page.getByRole('button', { name: 'Ghi một bước' }).click()
  await page.getByRole('dialog').getByLabel('Nội dung').fill(MARKERS.note)
  await page.getByRole('button', { name: 'Ghi lại' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText(MARKERS.note)).toBeVisible()
  await page.getByLabel('Trả lời', { exact: true }).fill(MARKERS.answer)
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await expect(page.getByText(MARKERS.answer)).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'tải bản đã bỏ thông tin ẩn' }).click()
  expect((await download).suggestedFilename()).toBe(`${MARKERS.file}.jpg`)
  const kept = await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))]))
  expect(kept).not.toMatch(/qxzv|\/api\/cases|giup-do/i)
})

test('the pupil comes back with the code and reads the answer', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(`${product.url}/giup-do/tra-loi`)
  await page.getByLabel('Mã', { exact: true }).fill(codes[0])
  await page.getByLabel('Số bí mật').fill(codes[1])
  await page.getByRole('button', { name: 'Mở' }).click()
  await expect(page.getByText(MARKERS.answer)).toBeVisible()
  await expect(page.getByText(MARKERS.note)).toHaveCount(0)
  await page.getByLabel('Nhắn thêm').fill(MARKERS.more)
  await page.getByRole('button', { name: 'Gửi' }).click()
  await expect(page.getByText(MARKERS.more)).toBeVisible()
})

test('the head sees no case, the administrator not even the screen', async ({ browser }) => {
  const handler = await signedIn(browser, product.url, 'vuviec.thptsongmo', PASSWORD)
  await openFirst(handler)
  const address = handler.url()
  const head = await signedIn(browser, product.url, 'hieutruong.thptsongmo', PASSWORD)
  await head.goto(`${product.url}/viec-rieng`)
  await expect(head.getByText('Chưa có việc nào được giao')).toBeVisible()
  await head.goto(address)
  await expect(head.getByText(/Không có việc này/)).toBeVisible()
  const administrator = await signedIn(browser, product.url, 'quantri.thptsongmo', PASSWORD)
  await expect(administrator.getByRole('link', { name: 'Việc cần giữ kín' })).toHaveCount(0)
  const answer = await administrator.request.get(address.replace('/viec-rieng/', '/api/cases/'))
  expect(answer.status()).toBe(404)
})

test('no word of it lies in clear in the database, its log of changes, files, or what the program says', async () => {
  await product.halt()
  // What does stand in clear is found: the search reads the database.
  expect(filesIn(product.dataDir).some((file) => readFileSync(file).includes('vuviec.thptsongmo'))).toBe(true)
  const found = [...filesIn(product.dataDir).filter((file) => holdsMarker(readFileSync(file))), ...(holdsMarker(Buffer.from(product.output())) ? ['the log'] : [])]
  expect(product.output()).toContain('"level":')
  expect(found).toEqual([])
})

function holdsMarker(bytes: Buffer): boolean {
  const text = bytes.toString('latin1').toLowerCase()
  const words = [...Object.values(MARKERS), PASSPHRASE, 'Qxzvbytes'].map((marker) => marker.split(' ')[0]!)
  return words.some((word) => [word, Buffer.from(word).toString('hex'), Buffer.from(word).toString('base64').slice(0, 10)].some((form) => text.includes(form.toLowerCase())))
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const stats = statSync(path)
    return stats.isDirectory() ? filesIn(path) : stats.isFile() ? [path] : []
  })
}
