import { type Browser, expect, type Page, test } from '@playwright/test'
import { createReaderPool } from '@songhanh/vanban/process/reader-pool'
import { DEMO_PASSWORD } from '#app/demo/accounts.ts'
import { signedIn } from './pages.ts'
import { type Program, startProgram } from './program.ts'
import { linesOfDocument } from './reading-back.ts'
import { answerRound, fillHalfYearRound, mendAnswer, type Answerers, type Texts } from './rounds.ts'
import { YEAR } from './superior-plans.ts'

// The Department's round on the demo: opened, answered by two schools, one of them returned and mended, one reminded, and
// summed up into a document that is edited, signed and issued.

const ROUND = `Báo cáo 6 tháng đầu năm ${YEAR}`
const PRIMARY = 'Trường Tiểu học Thạch Mơ'
const HIGH = 'Trường THPT Bờ Lụa'
const SILENT = 'Trường Mầm non Thạch Mơ'
const REASON = 'Đề nghị nêu rõ nguyên nhân của khó khăn.'
const COMMENT = 'Bổ sung nguyên nhân khách quan, chủ quan.'
const CAUSE = 'Nguyên nhân: chưa có báo cáo viên về giới tại địa phương.'
const QUOTED = 'Câu lạc bộ Bạn đồng hành đã giúp 24 học sinh khối 10 tự tin trình bày trước lớp'
const OWN_WORK = 'Sở đã mở hai lớp bồi dưỡng báo cáo viên cho các trường trong kỳ.'

const OF_PRIMARY: Texts = {
  highlights: 'Các khối lớp đều có góc tranh về tình bạn giữa học sinh nam và học sinh nữ.',
  difficulties: 'Phòng học bộ môn còn thiếu nên chuyên đề phải tổ chức ngoài sân.',
  next: 'Mời cha mẹ học sinh cùng dự chuyên đề đầu năm học.',
  proposals: 'Đề nghị cấp thêm tài liệu truyền thông cho bậc tiểu học.',
}
const OF_HIGH: Texts = {
  highlights: `${QUOTED}.`,
  difficulties: 'Giáo viên kiêm nhiệm nên khó sắp xếp thời gian.',
  next: 'Tập huấn cho giáo viên chủ nhiệm trước ngày khai giảng.',
  proposals: 'Đề nghị Sở mở lớp bồi dưỡng báo cáo viên.',
}

let program: Program

test.beforeAll(async () => {
  test.setTimeout(300_000)
  program = await startProgram('demo')
})
test.afterAll(() => program?.stop())

test('the round of a Department goes from its opening to the issued consolidation', async ({ browser }) => {
  const enter = (username: string) => signedIn(browser, program.url, username, DEMO_PASSWORD)
  const officer = await enter('chuyenvien.sosongmo')
  const primary = await answerersOf(browser, 'ththachmo')
  const high = await answerersOf(browser, 'thptbolua')
  const roundId = await test.step('the Department opens the round', () => openRound(officer))
  await test.step('two schools submit', async () => {
    await answerRound(primary, roundId, OF_PRIMARY)
    await answerRound(high, roundId, OF_HIGH)
  })
  await test.step('one is accepted, one returned with a comment', async () => {
    await review(officer, roundId, PRIMARY)
    await accept(officer, roundId, PRIMARY)
    await review(officer, roundId, HIGH)
    await returnIt(officer)
  })
  await test.step('it submits again and is accepted', async () => {
    await mendAnswer(high, roundId, 'difficulties', `${OF_HIGH.difficulties} ${CAUSE}`)
    await review(officer, roundId, HIGH)
    await expect(officer.getByText(CAUSE)).toBeVisible()
    await accept(officer, roundId, HIGH)
  })
  await test.step('a school that has not begun is reminded, once', () => remind(officer, roundId))
  await test.step('the reports are summed up, a sentence is quoted, own work written', () => consolidate(officer, roundId))
  await test.step('the director signs', async () => {
    const director = await enter('giamdoc.sosongmo')
    await director.getByRole('link', { name: 'Xem và ký' }).first().click()
    await expect(director.getByText(OWN_WORK)).toBeVisible()
    await director.getByRole('button', { name: 'Ký báo cáo' }).click()
    await expect(director.getByText('Đã ký, chờ ban hành', { exact: true })).toBeVisible()
  })
  await test.step('the clerk issues it as a document, which says what was quoted', async () => {
    const clerk = await enter('vanthu.sosongmo')
    await clerk.getByRole('link', { name: 'Lấy số, ban hành' }).click()
    await issue(clerk)
  })
})

async function answerersOf(browser: Browser, unitKey: string): Promise<Answerers> {
  return {
    writer: await signedIn(browser, program.url, `truongban.${unitKey}`, DEMO_PASSWORD),
    head: await signedIn(browser, program.url, `hieutruong.${unitKey}`, DEMO_PASSWORD),
  }
}

async function openRound(page: Page): Promise<string> {
  await fillHalfYearRound(page)
  await page.getByRole('button', { name: 'Mở đợt', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Đợt báo cáo' })).toBeVisible()
  await page.getByRole('link', { name: ROUND, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: ROUND })).toBeVisible()
  return new URL(page.url()).pathname.split('/').at(-1)!
}

/** The board of the round, narrowed to one school by words without diacritics. */
async function onBoard(page: Page, roundId: string, unit: string) {
  await page.goto(`/dot-bao-cao/${roundId}`)
  const words = unit.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').toLowerCase()
  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill(words)
  await expect(page.getByText(/^1 đơn vị · /)).toBeVisible()
  return page.getByRole('row', { name: unit })
}

async function review(page: Page, roundId: string, unit: string): Promise<void> {
  const row = await onBoard(page, roundId, unit)
  await row.getByRole('link', { name: unit }).click()
  await expect(page.getByRole('button', { name: 'Tiếp nhận', exact: true })).toBeVisible()
}

async function accept(page: Page, roundId: string, unit: string): Promise<void> {
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Tiếp nhận', exact: true })).toHaveCount(0)
  await expect(await onBoard(page, roundId, unit)).toContainText('Đã tiếp nhận')
}

async function returnIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Trả lại', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lý do chung').fill(REASON)
  const parts = dialog.getByLabel('Các mục phải bổ sung')
  await parts.selectOption(await parts.getByRole('option', { name: /Tồn tại, hạn chế/ }).innerText())
  await dialog.getByLabel(/^Góp ý: /).fill(COMMENT)
  await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

async function remind(page: Page, roundId: string): Promise<void> {
  const row = await onBoard(page, roundId, SILENT)
  await row.getByRole('checkbox').check()
  const open = () => page.getByRole('button', { name: 'Nhắc 1 đơn vị đã chọn' }).click()
  const dialog = page.getByRole('dialog')
  const send = dialog.getByRole('button', { name: 'Gửi lời nhắc' })
  await open()
  await expect(dialog.getByText(SILENT).first()).toBeVisible()
  await send.click()
  await expect(dialog).toHaveCount(0)
  await expect(row).toContainText('1 lần')
  // within 48 hours it must be said again that one wants to
  await open()
  await expect(dialog.getByText('1 đơn vị đã được nhắc trong 48 giờ qua.')).toBeVisible()
  await expect(send).toBeDisabled()
  await page.keyboard.press('Escape')
}

async function consolidate(page: Page, roundId: string): Promise<void> {
  await page.goto(`/dot-bao-cao/${roundId}`)
  await page.getByRole('link', { name: 'Tổng hợp', exact: true }).click()
  await page.getByRole('button', { name: 'Lập bản tổng hợp' }).click()
  await expect(page.getByText('Đang soạn', { exact: true })).toBeVisible()
  await expect(page.getByText('Sở Giáo dục', { exact: false }).first()).toBeVisible()
  const said = page.locator('details', { hasText: QUOTED })
  await said.locator('summary').click()
  await said.locator('.row', { hasText: QUOTED }).getByRole('button', { name: 'Trích dẫn' }).click()
  await expect(page.getByText('Trích dẫn trong mục này')).toBeVisible()
  await page.getByLabel('Nhiệm vụ trọng tâm kỳ tới').fill(OWN_WORK)
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('button', { name: 'Chốt số liệu, trình ký' }).click()
  await expect(page.getByText('Đã chốt, chờ ký', { exact: true })).toBeVisible()
}

async function issue(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ban hành', exact: true }).click()
  await expect(page.getByText('Đã ban hành', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Số .+, ngày \d\d\/\d\d\/\d{4}$/)).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Word' }).click()])
  const path = test.info().outputPath(download.suggestedFilename())
  await download.saveAs(path)
  await using reader = createReaderPool({ children: 1 })
  const outcome = await reader.read({ name: download.suggestedFilename(), path })
  expect(outcome.ok).toBe(true)
  if (!outcome.ok) return
  const text = linesOfDocument(outcome.model).map((line) => line.text).join('\n')
  expect(text).toContain(QUOTED)
  expect(text).toContain(OWN_WORK)
}
