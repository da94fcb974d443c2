import type { Measures } from '@songhanh/formula/check'
import type { Definition, HandEntry, UnitOfMeasure } from './definition.ts'
import { handMeasures } from './measures.ts'

/** An indicator that is being tried: what does not matter for its figure is left at its simplest. */
export function trialDefinition(trial: { readonly code: string; readonly unit: UnitOfMeasure; readonly formula: string; readonly hand: HandEntry | null }): Definition {
  return {
    ...trial, version: 1, validFrom: '2021-01-01', name: { vi: '', en: '' }, splits: [], periods: ['year'], levels: [], givers: [], direction: 'none', isFlow: false, source: '', milestones: [],
  }
}

/** The measures with the hand figures of one more definition. */
export function withTrial(measures: Measures, definition: Definition): Measures {
  return new Map([...measures, ...handMeasures(definition).map((measure) => [measure.code, measure] as const)])
}
