import type { PlanTemplate, TemplateLine } from '../templates/template.ts'
import { linesOf } from '../templates/template.ts'
import { featuresOf, matchIndex, PROPOSAL_SCORE, type MatchIndex } from './matching.ts'
import type { SuperiorPoint } from './superior-points.ts'

export interface Suggestion {
  readonly line: TemplateLine
  /** 0–1. */
  readonly score: number
}

const indexes = new WeakMap<PlanTemplate, { readonly lines: readonly TemplateLine[]; readonly index: MatchIndex }>()

/**
 * Lines of a template that answer a point, best first.
 *
 * @param limit  how many at most
 */
export function suggestFor(point: SuperiorPoint, template: PlanTemplate, limit = 5): readonly Suggestion[] {
  const { lines, index } = indexOf(template)
  const scores = index.scores(featuresOf({ text: point.text, heading: '', topic: point.topics[0] ?? null }))
  return lines
    .map((line, order) => ({ line, score: scores[order] ?? 0 }))
    .filter((suggestion) => suggestion.score >= PROPOSAL_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}

function indexOf(template: PlanTemplate): { readonly lines: readonly TemplateLine[]; readonly index: MatchIndex } {
  const known = indexes.get(template)
  if (known) return known
  const lines = linesOf(template).filter(({ line }) => line.kind === 'task')
  const features = lines.map(({ line, group }) => featuresOf({ text: line.text, heading: group.title, topic: line.topic }))
  const built = { lines: lines.map(({ line }) => line), index: matchIndex(features) }
  indexes.set(template, built)
  return built
}
