import type { FileTables } from '#core/files/tables.ts'
import type { PeopleTables } from '#core/people/tables.ts'
import type { RecordTables } from '#core/records/tables.ts'
import type { UnitTables } from '#core/units/tables.ts'

/** The tables that activities may touch: they are records of the core, under kinds of this module. */
export type ActivitiesDb = RecordTables & FileTables & PeopleTables & UnitTables
