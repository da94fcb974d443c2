import fc from 'fast-check'
import { sql, type Transaction } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import { aWorld, type World } from '#testing/world.ts'

/** Units by number; the levels go down with the number, so that no circle arises. Days are years. */
interface Life {
  readonly from: number
  readonly until: number
  /** One version for each year that begins one, with its superiors by number. */
  readonly versions: readonly { readonly from: number; readonly administrative: number | null; readonly professional: number | null }[]
}

const FIRST = 2001
const LAST = 2009
const LINES = ['administrative', 'professional'] as const

const lifeOf = (number: number): fc.Arbitrary<Life> =>
  fc
    .record({
      span: fc.tuple(fc.integer({ min: FIRST, max: LAST - 1 }), fc.integer({ min: 1, max: LAST - FIRST })),
      steps: fc.array(
        fc.record({
          gap: fc.integer({ min: 1, max: 3 }),
          administrative: superiorOf(number),
          professional: superiorOf(number),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    .map(({ span: [from, length], steps }) => {
      const until = Math.min(from + length, LAST)
      let begins = from
      const versions = steps.map(({ gap, ...parents }, at) => ({ from: (begins += at === 0 ? 0 : gap), ...parents })).filter((version) => version.from < until)
      return { from, until, versions }
    })

function superiorOf(number: number): fc.Arbitrary<number | null> {
  return number === 0 ? fc.constant(null) : fc.option(fc.integer({ min: 0, max: number - 1 }), { nil: null })
}

const sectors = fc.integer({ min: 1, max: 9 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, number) => lifeOf(number))))

const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** Who stands above a unit in a year, climbed by hand. */
function climb(lives: readonly Life[], number: number, line: (typeof LINES)[number], year: number): string[] {
  const above: string[] = []
  for (let at: number | null = number, depth = 0; at !== null; depth++) {
    const life: Life = lives[at]!
    if (year < life.from || year >= life.until) break
    above.push(`${number} ${at} ${line} ${depth} ${year}`)
    at = life.versions.findLast((version) => version.from <= year)![line]
  }
  return above
}

async function store(tx: Transaction<unknown>, lives: readonly Life[]): Promise<void> {
  for (const number of lives.keys()) await sql`insert into units.unit (id, province_id) values (${idOf(number)}, '01')`.execute(tx)
  for (const number of lives.keys()) await storeVersions(tx, lives[number]!, number)
}

async function storeVersions(tx: Transaction<unknown>, life: Life, number: number): Promise<void> {
  for (const [at, version] of life.versions.entries()) {
    const until = life.versions[at + 1]?.from ?? life.until
    await sql`
      insert into units.unit_version (unit_id, valid, name, level, administrative_parent_id, professional_parent_id, search_name)
      values (${idOf(number)}, daterange(${`${version.from}-01-01`}, ${`${until}-01-01`}), 'x', 'commune',
        ${version.administrative === null ? null : idOf(version.administrative)}, ${version.professional === null ? null : idOf(version.professional)}, 'x')`.execute(tx)
  }
}

async function derived(tx: Transaction<unknown>): Promise<string[]> {
  const found = await sql<{ fact: string }>`
    select right(unit_id::text, 12)::int || ' ' || right(ancestor_id::text, 12)::int || ' ' || line || ' ' || depth || ' ' || year as fact
    from units.unit_ancestor
    join generate_series(${FIRST}::int, ${LAST}::int) as year on valid @> make_date(year, 6, 30)`.execute(tx)
  return found.rows.map((row) => row.fact).sort()
}

function byHand(lives: readonly Life[]): string[] {
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at)
  return [...lives.keys()].flatMap((number) => LINES.flatMap((line) => years.flatMap((year) => climb(lives, number, line, year)))).sort()
}

let world: World
beforeAll(async () => {
  world = await aWorld()
})

class Undo extends Error {}

/** Runs in a transaction that is rolled back. */
async function undone(work: (tx: Transaction<unknown>) => Promise<void>): Promise<void> {
  const run = asSystem<unknown, never>(world.as(null), async (tx) => {
    await work(tx)
    throw new Undo()
  })
  await run.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
}

const numRuns = process.env['SONGHANH_LONG'] ? 2_000 : 60

describe('who stands above whom', () => {
  it('is what a climb by hand finds, for every unit, line and day', async () => {
    await fc.assert(
      fc.asyncProperty(sectors, (lives) =>
        undone(async (tx) => {
          await store(tx, lives)
          await sql`select units.derive_ancestors(null)`.execute(tx)
          expect(await derived(tx)).toEqual(byHand(lives))
        }),
      ),
      { seed: 20_260_302, numRuns },
    )
  })

  it('stays right when only what changed is derived anew', async () => {
    const changes = sectors.chain((lives) => fc.integer({ min: 0, max: lives.length - 1 }).chain((number) => fc.tuple(fc.constant(lives), fc.constant(number), lifeOf(number))))
    await fc.assert(
      fc.asyncProperty(changes, ([lives, number, life]) =>
        undone(async (tx) => {
          await store(tx, lives)
          await sql`select units.derive_ancestors(null)`.execute(tx)
          await sql`delete from units.unit_version where unit_id = ${idOf(number)}`.execute(tx)
          await storeVersions(tx, life, number)
          await sql`select units.derive_ancestors(array[${idOf(number)}]::uuid[])`.execute(tx)
          expect(await derived(tx)).toEqual(byHand(lives.with(number, life)))
        }),
      ),
      { seed: 20_260_303, numRuns },
    )
  })

  it('is refused when a unit would stand above itself', async () => {
    await undone(async (tx) => {
      const lives: Life[] = [0, 1, 2].map((number) => ({ from: 2001, until: 2009, versions: [{ from: 2001, administrative: null, professional: (number + 1) % 3 }] }))
      await store(tx, lives)
      await sql`savepoint before`.execute(tx)
      await expect(sql`select units.derive_ancestors(null)`.execute(tx)).rejects.toMatchObject({ code: 'UN001' })
      await sql`rollback to savepoint before`.execute(tx)
    })
  })
})
