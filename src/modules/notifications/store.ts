import { commandFor, queryFor } from '#core/access/operation.ts'
import { tablesOf } from '#platform/db/connect.ts'
import type { NotificationsDb } from './tables.ts'

export const command = commandFor<NotificationsDb>()
export const query = queryFor<NotificationsDb>()

/** A transaction of others, narrowed to the tables of this module. */
export const notificationTables = tablesOf<NotificationsDb>()
