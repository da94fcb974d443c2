import { expect, type Locator, type Page, test } from '@playwright/test'
import { saveActivity } from '#modules/activities/contract.ts'
import { anActivity } from './examples.ts'
import { PASSWORD, run, signedIn, unitOf } from './pages.ts'
import { type Program, startProgram } from './program.ts'
import { fillHalfYearRound } from './rounds.ts'
import { YEAR } from './superior-plans.ts'

// The half-year report of a school: asked for by the Department, filled by what the school has recorded, written to its end,
// signed, submitted, returned on one part, submitted again and accepted.

const ROUND = `Báo cáo 6 tháng đầu năm ${YEAR}`
const HIGHLIGHTS = 'Nhà trường giữ được hai buổi chuyên đề mỗi học kỳ và có câu lạc bộ do học sinh điều hành.'
const DIFFICULTIES = 'Chưa có báo cáo viên về giới; giáo viên kiêm nhiệm nên khó sắp xếp thời gian.'
const CAUSE = 'Nguyên nhân: tại địa phương chưa mở lớp bồi dưỡng báo cáo viên nào trong kỳ.'
const NEXT = 'Tập huấn cho giáo viên chủ nhiệm trước ngày khai giảng.'
const PROPOSALS = 'Đề nghị Sở tổ chức một lớp bồi dưỡng báo cáo viên cho các trường.'
const NOTE = 'Ảnh buổi chuyên đề đang được nhà trường thu nhận, bổ sung sau.'
const REASON = 'Đề nghị nêu rõ nguyên nhân của khó khăn.'
const COMMENT = 'Bổ sung nguyên nhân khách quan, chủ quan.'

let program: Program

test.beforeAll(async () => {
  test.setTimeout(300_000)
  program = await startProgram('empty')
  await program.script('seed.ts', PASSWORD)
})
test.afterAll(() => program?.stop())

test('the half-year report of a school goes from the opened round to the accepted second version', async ({ browser }) => {
  const officer = await signedIn(browser, program.url, 'so.chuyenvien')
  const writer = await signedIn(browser, program.url, 'truong.ban')
  const principal = await signedIn(browser, program.url, 'truong.hieutruong')
  await test.step('the school has recorded its work', async () => {
    const teacher = await signedIn(browser, program.url, 'truong.giaovien')
    await run(teacher, saveActivity, anActivity(await unitOf(teacher), crypto.randomUUID()))
  })
  await test.step('the Department opens the round', () => openRound(officer))
  await test.step('the report fills itself', () => begin(writer))
  await test.step('what no record tells is written', () => write(writer))
  await test.step('presented, signed, submitted', async () => {
    await present(writer)
    await signAndSubmit(principal, 1)
  })
  await test.step('the Department returns it on one part', () => returnIt(officer))
  await test.step('that part alone opens again', () => mend(writer))
  await test.step('presented, signed, submitted again', async () => {
    await present(writer)
    await signAndSubmit(principal, 2)
  })
  await test.step('the Department accepts it', () => accept(officer))
  await test.step('the school sees it accepted', async () => {
    await writer.reload()
    await expect(writer.getByText('Đã tiếp nhận', { exact: true })).toBeVisible()
    await expect(writer.getByText(/^Bản 2 nộp Sở Giáo dục và Đào tạo Sông Mơ/)).toContainText('đúng hạn')
  })
})

async function menu(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name, exact: true }).click()
}

async function openRound(page: Page): Promise<void> {
  await fillHalfYearRound(page)
  await expect(page.getByText(/^3 đơn vị phải báo cáo/)).toBeVisible()
  await page.getByRole('button', { name: 'Mở đợt', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Đợt báo cáo' })).toBeVisible()
  await expect(page.getByRole('row', { name: ROUND })).toContainText('0/3')
}

async function begin(page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('link', { name: 'Bắt đầu báo cáo' }).click()
  await page.getByRole('button', { name: 'Bắt đầu báo cáo' }).click()
  const told = part(page, 'communication_told-communication')
  await expect(told).toContainText('410')
  await told.getByRole('button', { name: 'Xem nguồn (1 phiếu)' }).click()
  await expect(told.getByRole('link', { name: 'Chuyên đề Tình bạn đẹp' })).toBeVisible()
}

function part(page: Page, key: string): Locator {
  return page.locator(`#f-${key}`)
}

async function write(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Trình người đứng đầu ký' })).toBeDisabled()
  await page.getByLabel('Kết quả nổi bật').fill(HIGHLIGHTS)
  await page.getByLabel('Tồn tại, hạn chế, khó khăn và nguyên nhân').fill(DIFFICULTIES)
  await page.getByLabel('Nhiệm vụ trọng tâm kỳ tới').fill(NEXT)
  await page.getByLabel(/^Kiến nghị, đề xuất/).fill(PROPOSALS)
  await page.getByRole('textbox', { name: 'Giải trình' }).fill(NOTE)
  await expect(page.getByText('Không còn điểm nào chặn việc trình ký.')).toBeVisible()
}

async function present(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Trình người đứng đầu ký' }).click()
  await expect(page.getByText('Chờ ký', { exact: true })).toBeVisible()
}

async function signAndSubmit(page: Page, number: number): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Xem và ký' }).click()
  await expect(page.getByText(DIFFICULTIES)).toBeVisible()
  await page.getByRole('button', { name: 'Ký báo cáo' }).click()
  await page.getByRole('button', { name: 'Nộp Sở Giáo dục và Đào tạo Sông Mơ' }).click()
  await expect(page.getByRole('heading', { name: 'Biên nhận' })).toBeVisible()
  await expect(page.getByText(new RegExp(`^Bản ${number} nộp `))).toContainText('đúng hạn')
  await expect(page.getByText(/SHA-256: [0-9a-f]{64}$/)).toBeVisible()
}

async function review(page: Page): Promise<void> {
  await menu(page, 'Đợt báo cáo')
  await page.getByRole('link', { name: ROUND }).click()
  await page.getByRole('link', { name: 'Trường THPT Bến Hạ' }).click()
  await expect(page.getByText(DIFFICULTIES)).toBeVisible()
}

async function returnIt(page: Page): Promise<void> {
  await review(page)
  await page.getByRole('button', { name: 'Trả lại', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lý do chung').fill(REASON)
  const parts = dialog.getByLabel('Các mục phải bổ sung')
  await parts.selectOption(await parts.getByRole('option', { name: /Tồn tại, hạn chế/ }).innerText())
  await dialog.getByLabel(/^Góp ý: /).fill(COMMENT)
  await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

async function mend(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Bổ sung', exact: true }).click()
  await expect(page.getByText(REASON).first()).toBeVisible()
  await expect(page.getByText(COMMENT)).toBeVisible()
  // nothing else can be typed into
  await expect(page.getByLabel('Nhiệm vụ trọng tâm kỳ tới')).toHaveCount(0)
  await expect(page.getByText(NEXT)).toBeVisible()
  await page.getByLabel('Tồn tại, hạn chế, khó khăn và nguyên nhân').fill(`${DIFFICULTIES} ${CAUSE}`)
}

async function accept(page: Page): Promise<void> {
  await review(page)
  await expect(page.getByText(CAUSE)).toBeVisible()
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: ROUND })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Trường THPT Bến Hạ' })).toContainText('Đã tiếp nhận')
}
