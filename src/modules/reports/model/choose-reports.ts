import type { PlainDate } from '#platform/clock.ts'
import type { ReportState } from './lifecycle.ts'

/** A report of the round with its newest version up to the cut-off. */
export interface ReportToChoose {
  readonly reportId: string
  readonly unitId: string
  readonly unitName: string
  readonly state: ReportState
  /** The newest version at all, and the newest up to the cut-off. */
  readonly version: number
  readonly number: number | null
  readonly digest: string | null
  readonly submittedAt: Date | null
}

export interface Selection {
  readonly cutOff: PlainDate
  readonly withSubmitted: boolean
  /** Null: all. */
  readonly reportIds: readonly string[] | null
}

export type WhyMissing = 'not_given' | 'after_cut_off' | 'not_accepted' | 'not_chosen' | 'exempt'

export interface MissingUnit {
  readonly reportId: string
  readonly unitId: string
  readonly unitName: string
  readonly state: ReportState
  readonly why: WhyMissing
}

export interface ChosenReport extends ReportToChoose {
  readonly number: number
  readonly digest: string
  readonly submittedAt: Date
}

/** Which reports a consolidation stands on, and why each of the others is not in it. */
export function chooseReports(reports: readonly ReportToChoose[], selection: Selection): { included: ChosenReport[]; missing: MissingUnit[] } {
  const chosen = selection.reportIds && new Set(selection.reportIds)
  const included: ChosenReport[] = []
  const missing: MissingUnit[] = []
  for (const report of reports) {
    const why = whyMissing(report, selection.withSubmitted, chosen)
    const { reportId, unitId, unitName, state, number, digest, submittedAt } = report
    if (why === null && number !== null && digest !== null && submittedAt !== null) included.push({ ...report, number, digest, submittedAt })
    else missing.push({ reportId, unitId, unitName, state, why: why ?? 'not_given' })
  }
  return { included, missing }
}

function whyMissing({ reportId, state, version, number }: ReportToChoose, withSubmitted: boolean, chosen: ReadonlySet<string> | null): WhyMissing | null {
  if (state === 'exempt') return 'exempt'
  if (chosen && !chosen.has(reportId)) return 'not_chosen'
  if (version === 0) return 'not_given'
  // A report that was returned, or that its unit took back, is being written again.
  if (state !== 'accepted' && state !== 'submitted') return 'not_given'
  if (state === 'submitted' && !withSubmitted) return 'not_accepted'
  return number === null ? 'after_cut_off' : null
}

/** The units that a figure is asked of: those let off and those that nobody chose are not. */
export function askedUnits(included: readonly { readonly unitId: string }[], missing: readonly MissingUnit[]): string[] {
  return [...included.map(({ unitId }) => unitId), ...missing.filter(({ why }) => why !== 'exempt' && why !== 'not_chosen').map(({ unitId }) => unitId)]
}
