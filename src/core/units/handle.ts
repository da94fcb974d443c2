import { commandFor, queryFor } from '#core/access/operation.ts'
import type { UnitTables } from './tables.ts'

export const command = commandFor<UnitTables>()
export const query = queryFor<UnitTables>()
