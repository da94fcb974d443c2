import type { PlainDate } from '#platform/clock.ts'
import type { SchoolLevel } from '#core/units/model/unit.ts'
import type { UnitTables } from '#core/units/tables.ts'
import type { ColumnKey, Reason, SnapshotKind } from './model/columns.ts'

interface Owned {
  provinceId: string
  id: string
  unitId: string
}

export interface LearnersDb extends UnitTables {
  'learners.usualDay': { kind: SnapshotKind; month: number; day: number; source: string }
  'learners.snapshot': Owned & {
    schoolYear: number
    kind: SnapshotKind
    onDay: PlainDate
    state: 'draft' | 'final'
    revision: number
    changedBy: string
    changedAt: Date
  }
  'learners.classRow': Owned & { snapshotId: string; position: number; grade: string; level: SchoolLevel; name: string } & Record<ColumnKey, number | null>
  'learners.dropout': Owned & { snapshotId: string; classId: string; reason: Reason; sex: 'F' | 'M'; ethnicity: 'minority' | 'majority'; pupils: number }
}
