import type { Generated, JSONColumnType } from 'kysely'
import type { FileTables } from '#core/files/tables.ts'
import type { PeopleTables } from '#core/people/tables.ts'
import type { UnitTables } from '#core/units/tables.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { Definition, UnitOfMeasure } from './model/definition.ts'
import type { TargetKind } from './model/targets.ts'

/** What of a definition has no column of its own. */
export type DefinitionRest = Omit<Definition, 'code' | 'version' | 'validFrom' | 'name' | 'unit' | 'formula'>

export interface IndicatorTables {
  'indicators.definition': {
    provinceId: string
    id: string
    unitId: string
    code: string
    version: number
    validFrom: PlainDate
    withdrawnOn: PlainDate | null
    nameVi: string
    nameEn: string
    unitOfMeasure: UnitOfMeasure
    formula: string
    definition: JSONColumnType<DefinitionRest>
    reason: string
    createdBy: string
    createdAt: Date
  }
  'indicators.target': {
    provinceId: string
    id: string
    unitId: string
    code: string
    year: number
    kind: TargetKind
    /** Decimal number as text. */
    value: string
    baseline: string | null
    baselineYear: number | null
    givenBy: string | null
    decisionNumber: string | null
    decisionOn: PlainDate | null
    decisionText: string | null
    note: string | null
    changedBy: string
    changedAt: Date
  }
  'indicators.handFigure': {
    provinceId: string
    id: string
    unitId: string
    code: string
    fromDay: PlainDate
    toDay: PlainDate
    part: string | null
    whole: string | null
    value: string | null
    partWomen: string | null
    wholeWomen: string | null
    valueWomen: string | null
    yes: boolean | null
    isEstimate: Generated<boolean>
    note: string | null
    fileId: string | null
    changedBy: string
    changedAt: Date
    revision: Generated<number>
  }
}

export type IndicatorsDb = IndicatorTables & UnitTables & PeopleTables & FileTables
