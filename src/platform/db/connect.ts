import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'

/** Days stay ISO text, never a local midnight; whole numbers stay numbers while they are exact. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : text
})

/** Where the server listens; a socket folder or a host name. */
export type Connection = { readonly host: string; readonly port: number; readonly user: string; readonly database: string } | { readonly connectionString: string }

/** A connection keeps what it has learnt of tables and plans, 30 MB after a day's work: it is replaced in time. */
const CONNECTION_SECONDS = 180

export function createPool(connection: Connection, max = 10): pg.Pool {
  const pool = new pg.Pool({ ...connection, max, idleTimeoutMillis: 30_000, maxLifetimeSeconds: CONNECTION_SECONDS, application_name: 'songhanh' })
  // An idle connection that the server ends (restart, administrator) is replaced at the next query.
  pool.on('error', () => undefined)
  return pool
}

export function createDatabase<DB>(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/**
 * Narrows a transaction to the tables of one module. Every transaction is one of the whole database, so that only the
 * compiler sees the difference.
 */
export function tablesOf<Narrow>() {
  return <Wide>(tx: Transaction<Wide>): Transaction<Narrow> => tx as unknown as Transaction<Narrow>
}

/** The same transaction without its tables, for functions of other folders that bring their own SQL. */
export function untyped<DB>(tx: Transaction<DB>): Transaction<unknown> {
  return tx as unknown as Transaction<unknown>
}
