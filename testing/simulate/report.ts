import type { Builders } from '#testing/builders.ts'
import type { Actor } from '#core/access/request.ts'
import { partsOf } from '#modules/reports/model/form.ts'
import { cellsOf, type Cell } from '#modules/reports/model/body.ts'
import getReport from '#modules/reports/operations/get-report.ts'
import presentReport from '#modules/reports/operations/present-report.ts'
import saveReport from '#modules/reports/operations/save-report.ts'
import signReport from '#modules/reports/operations/sign-report.ts'
import startReport from '#modules/reports/operations/start-report.ts'
import submitReport from '#modules/reports/operations/submit-report.ts'

/** A version as it was handed in: its figures as they stood on the screen when the head signed. */
export interface Given {
  readonly reportId: string
  readonly number: number
  readonly isLate: boolean
  readonly cells: readonly Cell[]
}

interface People {
  readonly writer: Actor
  readonly head: Actor
}

/** Begins a report and writes what only people can say. */
export async function writeReport(world: Builders, { writer }: People, reportId: string): Promise<void> {
  await startReport.run(world.as(writer), { reportId })
  const { form, entries } = await getReport.run(world.as(writer), { reportId })
  const asked = partsOf(form).filter((part) => part.kind === 'text' && part.required)
  await saveReport.run(world.as(writer), { reportId, changes: asked.map(({ key }) => ({ kind: 'texts', key, before: entries.texts[key] ?? null, after: `Nội dung mẫu của mục ${key}, viết riêng cho kỳ này.` })) })
}

/** Answers every doubt, has the report signed and hands it in. */
export async function handIn(world: Builders, { writer, head }: People, reportId: string): Promise<Given> {
  const { checks } = await getReport.run(world.as(writer), { reportId })
  const doubts = checks.filter(({ severity, note }) => severity === 'doubt' && note === null)
  if (doubts.length > 0) await saveReport.run(world.as(writer), { reportId, changes: doubts.map(({ id }) => ({ kind: 'notes', key: id, before: null, after: 'Đã kiểm tra, đúng như vậy.' })) })
  await presentReport.run(world.as(writer), { reportId })
  const read = await getReport.run(world.as(head), { reportId })
  await signReport.run(world.as(head), { reportId, digest: read.digest })
  const { number, isLate } = await submitReport.run(world.as(head), { reportId })
  return { reportId, number, isLate, cells: cellsOf(read.body) }
}
