import { linesOf, type PlanTemplate, type TemplateLine } from '../templates/template.ts'
import { featuresOf, matchIndex, PROPOSAL_SCORE, type MatchIndex } from './matching.ts'
import type { SuperiorPoint } from './superior-points.ts'

export interface Suggestion {
  readonly line: TemplateLine
  /** 0–1. */
  readonly score: number
}

/** A line with the heading that it stands under. */
interface Placed {
  readonly line: TemplateLine
  readonly heading: string
}

const templateLines = new WeakMap<PlanTemplate, readonly TemplateLine[]>()
const indexes = new WeakMap<readonly TemplateLine[], MatchIndex>()

/**
 * Tasks of a template that answer a point, best first.
 *
 * @param limit  how many at most
 */
export function suggestFor(point: SuperiorPoint, template: PlanTemplate, limit = 5): readonly Suggestion[] {
  const placed = linesOf(template).filter(({ line }) => line.kind === 'task')
  const lines = templateLines.get(template) ?? placed.map(({ line }) => line)
  templateLines.set(template, lines)
  return suggestAmong(point, lines, placed.map(({ line, group }) => ({ line, heading: group.title }))).slice(0, limit)
}

/** Lines of any list that answer a point, best first. */
export function suggestIn(point: SuperiorPoint, lines: readonly TemplateLine[]): readonly Suggestion[] {
  return suggestAmong(point, lines, lines.map((line) => ({ line, heading: '' })))
}

function suggestAmong(point: SuperiorPoint, lines: readonly TemplateLine[], placed: readonly Placed[]): readonly Suggestion[] {
  const index = indexes.get(lines) ?? matchIndex(placed.map(({ line, heading }) => featuresOf({ text: line.text, heading, topic: line.topic })))
  indexes.set(lines, index)
  const scores = index.scores(featuresOf({ text: point.text, heading: '', topic: point.kind === 'report' ? 'reporting' : null }))
  return lines
    .map((line, order) => ({ line, score: scores[order] ?? 0 }))
    .filter((suggestion) => suggestion.score >= PROPOSAL_SCORE)
    .sort((a, b) => b.score - a.score)
}
