import { expect, type Page } from '@playwright/test'
import { getReport, listReports, presentReport, saveReport, signReport, startReport, submitReport } from '#modules/reports/contract.ts'
import { run, unitOf } from './pages.ts'
import { YEAR } from './superior-plans.ts'

// A round of reports, as its superior opens it and as a unit answers it.

/** Fills the form of a half-year round whose days reach to the end of the year, so that a journey can be made on any day. */
export async function fillHalfYearRound(page: Page): Promise<void> {
  const end = `31/12/${YEAR}`
  const day = (name: string) => page.getByRole('textbox', { name, exact: true })
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Đợt báo cáo', exact: true }).click()
  await page.getByRole('link', { name: 'Mở đợt báo cáo' }).first().click()
  await page.getByLabel('Mẫu báo cáo').selectOption({ label: 'Báo cáo 6 tháng' })
  await expect(page.getByLabel('Tên đợt')).toHaveValue(`Báo cáo 6 tháng đầu năm ${YEAR}`)
  await day('đến ngày').fill(end)
  await day('đến hết ngày').fill(end)
  await page.getByLabel('Cách ghi hạn').selectOption({ label: 'Chậm nhất ngày' })
  await day('Ngày').fill(end)
  await page.getByRole('textbox', { name: /^Nhận muộn đến hết ngày/ }).fill(end)
  await page.keyboard.press('Tab')
  await expect(page.getByText(`Hạn nộp: hết ngày ${end}`)).toBeVisible()
}

/** Who answers for a unit: one writes, one signs. */
export interface Answerers {
  readonly writer: Page
  readonly head: Page
}

/** What a unit says in each part that people write. */
export type Texts = Readonly<Record<'highlights' | 'difficulties' | 'next' | 'proposals', string>>

/** A unit writes, signs and submits what it was asked for. */
export async function answerRound({ writer, head }: Answerers, roundId: string, texts: Texts): Promise<void> {
  const reportId = await reportOf(writer, roundId)
  await run(writer, startReport, { reportId })
  await run(writer, saveReport, { reportId, changes: Object.entries(texts).map(([key, after]) => ({ kind: 'texts' as const, key, before: null, after })) })
  await signAndSubmit({ writer, head }, reportId)
}

/** A unit mends one part of what was returned, and submits it again. */
export async function mendAnswer({ writer, head }: Answerers, roundId: string, key: keyof Texts, after: string): Promise<void> {
  const reportId = await reportOf(writer, roundId)
  const { entries } = await run(writer, getReport, { reportId })
  await run(writer, saveReport, { reportId, changes: [{ kind: 'texts', key, before: entries.texts[key] ?? null, after }] })
  await signAndSubmit({ writer, head }, reportId)
}

async function reportOf(writer: Page, roundId: string): Promise<string> {
  return (await run(writer, listReports, { unitId: await unitOf(writer) })).find(({ round }) => round.id === roundId)!.id
}

async function signAndSubmit({ writer, head }: Answerers, reportId: string): Promise<void> {
  const { checks } = await run(writer, getReport, { reportId })
  const doubts = checks.filter(({ severity, note }) => severity === 'doubt' && note === null)
  const notes = doubts.map(({ id }) => ({ kind: 'notes' as const, key: id, before: null, after: 'Biên bản và ảnh lưu tại văn phòng nhà trường.' }))
  if (notes.length > 0) await run(writer, saveReport, { reportId, changes: notes })
  await run(writer, presentReport, { reportId })
  const { digest } = await run(head, getReport, { reportId })
  await run(head, signReport, { reportId, digest })
  await run(head, submitReport, { reportId })
}
