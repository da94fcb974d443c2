import type { Generated } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Breakdown, NumberKind, Over, Scope } from './model/measure.ts'

export interface FactTables {
  'facts.measure': { code: string; number: NumberKind; over: Over; breakdowns: Breakdown[]; appliesTo: Scope[] }
  'facts.fact': {
    provinceId: string
    unitId: string
    measure: string
    onDay: PlainDate
    sex: string
    ageGroup: string
    ethnicity: string
    audience: string
    detail: string
    value: string | null
    sourceTable: string
    sourceId: string
  }
  'facts.period': { id: Generated<number>; fromDay: PlainDate; toDay: PlainDate; computedAt: Date | null }
  'facts.dirty': { provinceId: string; unitId: string; fromDay: PlainDate; toDay: PlainDate }
  'facts.checkRun': { id: string; beganAt: Date; endedAt: Date | null; totals: Generated<number>; differences: Generated<number> }
  'facts.difference': {
    provinceId: string
    id: Generated<string>
    unitId: string
    checkId: string
    line: 'administrative' | 'professional' | null
    fromDay: PlainDate
    toDay: PlainDate
    measure: string
    breakdown: string
    stored: string | null
    computed: string | null
  }
  'facts.frozen': { provinceId: string; id: string; unitId: string; holderTable: string; holderId: string; title: string; frozenAt: Date }
  'facts.frozenSource': { provinceId: string; frozenId: string; unitId: string; sourceTable: string; sourceId: string; digest: string }
}
