import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery, type Transaction } from 'kysely'
import type pg from 'pg'
import { PgBoss } from 'pg-boss'

export type JobData = Readonly<Record<string, unknown>>

/** Something to be done after the commit that asked for it: rendering, delivery, mail. */
export interface JobHandler {
  readonly name: string
  /** Queued by the program itself as well: once in so many hours, however many processes there are. */
  readonly everyHours?: number
  /**
   * Runs by the clock of each process instead of the queue, one run after the other: for work that many commits leave
   * behind as marks in a table, where a job each would be too many.
   */
  readonly everySeconds?: number
  /** May run twice for one job after a crash: must be idempotent. */
  run(data: JobData): Promise<void>
}

export interface JobQueue {
  /** Queues a job with the transaction: it runs after the commit, or never. */
  enqueue(tx: Transaction<unknown>, name: string, data: JobData): Promise<void>
  /** Tells every subscriber of `event`, with the transaction. */
  publish(tx: Transaction<unknown>, event: string, data: JobData): Promise<void>
  /** Begins to work on the queues. */
  start(handlers: readonly JobHandler[]): Promise<void>
  /** Runs what is queued now, and what that queues, to the end. */
  drain(handlers: readonly JobHandler[]): Promise<void>
  stop(): Promise<void>
}

/** A queue that gets a job for every event of a name. */
export interface Subscription {
  readonly event: string
  readonly queue: string
}

const ROLES = 'songhanh_app, songhanh_nation, songhanh_system'
const RETRY = { retryLimit: 5, retryDelay: 2, retryBackoff: true }

/** A queue in the database itself (schema `pgboss`), so that jobs commit and roll back with the data they are about. */
export async function createJobQueue(
  pool: pg.Pool,
  plan: { readonly queues: readonly string[]; readonly subscriptions: readonly Subscription[] },
  onError: (error: Error) => void,
): Promise<JobQueue> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) }, schedule: false })
  boss.on('error', onError)
  await boss.start()
  for (const name of plan.queues) await boss.createQueue(name, RETRY)
  await pool.query(`
    grant usage on schema pgboss to ${ROLES};
    grant select, insert, update on all tables in schema pgboss to ${ROLES};
    grant execute on all functions in schema pgboss to ${ROLES}`)
  let timer: NodeJS.Timeout | undefined
  const stopped = new AbortController()
  const clocks: Promise<void>[] = []
  const runByClock = async (handler: JobHandler, seconds: number) => {
    while (!stopped.signal.aborted) {
      await handler.run({}).catch(onError)
      await sleep(seconds * 1_000, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined)
    }
  }
  return {
    async enqueue(tx, name, data) {
      await boss.send(name, data, { db: inside(tx) })
    },
    async publish(tx, event, data) {
      for (const { queue } of plan.subscriptions.filter((one) => one.event === event)) await boss.send(queue, data, { db: inside(tx) })
    },
    async start(handlers) {
      const regular = handlers.flatMap(({ name, everyHours }) => (everyHours ? [{ name, singletonSeconds: everyHours * 3_600 }] : []))
      // The queue itself refuses a second job within the span.
      const queueRegular = () => Promise.all(regular.map(({ name, singletonSeconds }) => boss.send(name, {}, { singletonSeconds }))).catch(onError)
      await queueRegular()
      if (regular.length > 0) timer = setInterval(queueRegular, 15 * 60_000).unref()
      for (const handler of handlers) {
        if (handler.everySeconds) {
          clocks.push(runByClock(handler, handler.everySeconds))
          continue
        }
        await boss.work<JobData>(handler.name, { pollingIntervalSeconds: 1 }, async (jobs) => {
          for (const job of jobs) await handler.run(job.data)
        })
      }
    },
    async drain(handlers) {
      for (let found = true; found; ) {
        found = false
        for (const handler of handlers.filter(({ everySeconds }) => !everySeconds)) {
          for (const job of await boss.fetch<JobData>(handler.name, { batchSize: 50 })) {
            found = true
            await handler.run(job.data)
            await boss.complete(handler.name, job.id)
          }
        }
      }
      for (const { everySeconds, run } of handlers) if (everySeconds) await run({})
    },
    async stop() {
      clearInterval(timer)
      stopped.abort()
      await Promise.all(clocks)
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}

/** The queue's statements on the connection of an open transaction. */
function inside(tx: Transaction<unknown>) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const { rows } = await tx.withoutPlugins().executeQuery(CompiledQuery.raw(text, values))
      return { rows: rows as Record<string, unknown>[] }
    },
  }
}
