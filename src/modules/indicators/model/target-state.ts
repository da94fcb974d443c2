import type { Direction } from './definition.ts'

export const TARGET_STATES = ['met', 'on_track', 'at_risk', 'late', 'no_data', 'none', 'not_compared', 'no_target'] as const
/** Đạt, đúng tiến độ, nguy cơ, chậm, thiếu số liệu, không phát sinh, không so sánh; chưa đặt chỉ tiêu. */
export type TargetState = (typeof TARGET_STATES)[number]

export interface Standing {
  /** In the unit of the indicator; null with `figure` saying why. */
  readonly value: number | null
  readonly figure: 'known' | 'unknown' | 'unrecorded' | 'none'
  /** What the year asks; null when nobody set it. */
  readonly target: number | null
  /** Where the year began, as far as it is known. */
  readonly before: number | null
  readonly direction: Direction
  /** Grows within the year: compared in proportion to the time gone. */
  readonly isFlow: boolean
  /** Share of the year that has gone, 0–1. */
  readonly elapsed: number
  /** The indicator says nothing in this unit, as the share of women where nearly all are women. */
  readonly isUninformative: boolean
}

/** A tenth behind the expected pace is a risk, more is late. */
const TOLERANCE = 0.1

/**
 * How a figure stands against the target of its year.
 *
 * A flow is held against the part of the target that the days gone would bring; a stock against the straight line from
 * where the year began, or the target itself where that is unknown. Of what should be little, a flow that is still under
 * its limit is on its way; it has kept the limit when the year is over.
 */
export function stateOf(standing: Standing): TargetState {
  const { value, figure, target, direction, isFlow, elapsed } = standing
  if (standing.isUninformative) return 'not_compared'
  if (figure === 'none') return 'none'
  if (value === null) return 'no_data'
  if (direction === 'none') return 'not_compared'
  if (target === null) return 'no_target'
  if (direction === 'down') return stateOfLimit(value, target, standing)
  if (value >= target) return 'met'
  if (elapsed >= 1) return 'late'
  return paceOf(value, expectedBy(standing, target), isFlow ? target : Math.max(Math.abs(target), 1))
}

function stateOfLimit(value: number, target: number, standing: Standing): TargetState {
  const { isFlow, elapsed } = standing
  if (isFlow) return value > target ? 'late' : elapsed >= 1 ? 'met' : 'on_track'
  if (value <= target) return 'met'
  if (elapsed >= 1) return 'late'
  return paceOf(-value, -expectedBy(standing, target), Math.max(Math.abs(value), 1))
}

/** What the figure should be by now. */
function expectedBy({ isFlow, before, elapsed }: Standing, target: number): number {
  if (isFlow) return target * elapsed
  return before === null ? target : before + (target - before) * elapsed
}

function paceOf(value: number, expected: number, scale: number): TargetState {
  if (value >= expected) return 'on_track'
  return value >= expected - TOLERANCE * scale ? 'at_risk' : 'late'
}

/** Units whose staff are nearly all women: what counts women among them says nothing; men are shown. @source domain: indicators.md, rule 7 */
const NEARLY_ALL = 95

/** Indicators that lose their meaning there. */
const AMONG_STAFF = new Set(['A13', 'A14', 'A15'])

/** @param womenShare  women among the staff in per cent, the figure of A13; null when unknown */
export function isUninformative(code: string, womenShare: number | null): boolean {
  return AMONG_STAFF.has(code) && womenShare !== null && womenShare >= NEARLY_ALL
}

/** Share of a span that has gone on a day, 0–1. Both ends are in. */
export function elapsedOf(from: string, to: string, today: string): number {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000
  return Math.min(1, Math.max(0, (day(today) - day(from) + 1) / (day(to) - day(from) + 1)))
}
