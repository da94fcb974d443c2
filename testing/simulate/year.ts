import { drainTotals } from '#core/facts/drain.ts'
import { trackPeriods } from '#core/facts/store.ts'
import { asSystem } from '#core/access/operation.ts'
import mergeUnits from '#core/units/operations/merge-units.ts'
import { activitiesOfYear } from './year-activities.ts'
import { registersOfYear } from './year-registers.ts'
import { plansOfYear, tellWork } from './year-plans.ts'
import { roundsOfYear } from './year-rounds.ts'
import type { Builders } from '#testing/builders.ts'
import { addDays, type PlainDate } from '#platform/clock.ts'
import type { JobHandler } from '#platform/jobs.ts'
import { diceOf, type Dice } from './dice.ts'
import { emptyLedger, type Ledger, type Span } from './ledger.ts'
import type { Given } from './report.ts'
import { aDepartment, type Body, type Sector } from './sector.ts'

export interface YearOptions {
  readonly schools: number
  readonly year: number
  readonly seed: number
  /** Activities of a school, at most. */
  readonly activities: number
  /** Called at the end of every month. */
  readonly tell?: (line: string) => void
}

/** What happens on a day. */
export interface Deed {
  readonly day: PlainDate
  do(): Promise<void>
}

/** A version with what the sums by hand say of its figures at that moment. */
export interface GivenReport extends Given {
  readonly unitId: string
  readonly roundId: string
  readonly window: Span
  readonly byHand: ReadonlyMap<string, number | null>
}

/** The year as it is played: what chance, people and ledger share. */
export interface Stage {
  readonly world: Builders
  readonly jobs: readonly JobHandler[]
  readonly ledger: Ledger
  readonly dice: Dice
  readonly sector: Sector
  readonly options: YearOptions
  readonly given: GivenReport[]
  readonly counts: Map<string, number>
  /** The school that closes and the one that carries it on. */
  readonly merger: { readonly closing: Body; readonly heir: Body; readonly day: PlainDate }
}

/** The spans whose totals are compared; the last one is not kept. */
export function spansOf(year: number): readonly (Span & { readonly isKept: boolean })[] {
  return [
    { from: `${year}-01-01`, to: `${year}-12-31`, isKept: true },
    { from: `${year - 1}-12-15`, to: `${year}-05-27`, isKept: true },
    { from: `${year}-07-01`, to: `${year}-09-30`, isKept: true },
    { from: `${year - 1}-09-01`, to: `${year}-08-31`, isKept: true },
    { from: `${year}-06-05`, to: `${year}-10-10`, isKept: false },
  ]
}

/** A day as a moment of its working hours. */
export const at = (day: PlainDate) => new Date(`${day}T02:00:00Z`)

export function count(stage: Pick<Stage, 'counts'>, what: string): void {
  stage.counts.set(what, (stage.counts.get(what) ?? 0) + 1)
}

/** Whether a unit still works on a day. */
export function isOpen({ merger }: Pick<Stage, 'merger'>, unit: Body, day: PlainDate): boolean {
  return unit.id !== merger.closing.id || day < merger.day
}

/** Plays a Department's year through the operations, in the order of the days; jobs run every Monday. */
export async function playYear(world: Builders, jobs: readonly JobHandler[], options: YearOptions): Promise<Stage> {
  const { year, seed, schools, tell } = options
  const dice = diceOf(seed)
  const ledger = emptyLedger()
  world.now = at(`${year}-01-04`)
  const sector = await aDepartment(world, ledger, dice, schools)
  const [closing, heir] = sector.schools as [Body, Body, ...Body[]]
  const stage: Stage = { world, jobs, ledger, dice, sector, options, given: [], counts: new Map(), merger: { closing, heir, day: `${year}-07-15` } }
  await asSystem<unknown, void>(world.as(null), async (tx) => {
    await trackPeriods(tx, spansOf(year).filter(({ isKept }) => isKept))
  })
  const deeds: Deed[] = [...plansOfYear(stage), ...activitiesOfYear(stage), ...registersOfYear(stage), ...roundsOfYear(stage), mergerOf(stage)]
  let today = `${year}-01-05`
  for (const deed of deeds.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    while (today < deed.day) {
      world.now = at(today)
      if (world.now.getUTCDay() === 1) await runJobs(stage)
      if (today.endsWith('-01')) tell?.(`${today}: ${[...stage.counts].map(([what, n]) => `${n} ${what}`).join(', ')}`)
      today = addDays(today, 1)
    }
    world.now = at(deed.day)
    await deed.do()
  }
  world.now = at(`${year + 1}-01-31`)
  await runJobs(stage)
  await tellWork(stage)
  return stage
}

async function runJobs({ world, jobs }: Stage): Promise<void> {
  await world.jobs.drain(jobs)
  await drainTotals(world.as(null))
}

function mergerOf(stage: Stage): Deed {
  const { world, ledger, sector, merger: { closing, heir, day } } = stage
  return {
    day,
    async do() {
      await mergeUnits.run(world.as(sector.department.writer), { unitIds: [closing.id], into: { unitId: heir.id }, on: day, decision: '12/QĐ-UBND' })
      ledger.units.get(closing.id)!.closedOn = day
      ledger.heirs.set(closing.id, heir.id)
      count(stage, 'mergers')
    },
  }
}
