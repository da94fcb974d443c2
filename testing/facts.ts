import { sql } from 'kysely'
import { asSystem } from '#core/access/operation.ts'
import { factStatements } from '#core/facts/model/fact-views.ts'
import type { Measure } from '#core/facts/model/measure.ts'
import { markChanged } from '#core/facts/store.ts'
import { ownerOf } from '#core/units/store.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { World } from './world.ts'

/** What an invented module counts. */
export const SAMPLE_MEASURES: readonly Measure[] = [
  { code: 'sample.contacts', number: 'contacts', over: 'sum', breakdowns: ['sex', 'audience'], appliesTo: ['school', 'department'] },
  { code: 'sample.count', number: 'count', over: 'sum', breakdowns: [], appliesTo: ['school'] },
  { code: 'sample.heads', number: 'persons', over: 'last', breakdowns: ['sex'], appliesTo: ['school'] },
  { code: 'sample.people', number: 'persons', over: 'sum', breakdowns: ['sex'], appliesTo: ['school'] },
  { code: 'sample.agreed', number: 'yes_no', over: 'last', breakdowns: [], appliesTo: ['school', 'department'] },
  { code: 'sample.hand.*', number: 'score', over: 'last', breakdowns: [], appliesTo: [] },
]

export interface SampleFact {
  readonly unitId: string
  readonly measure: string
  readonly onDay: string
  readonly value: number
  readonly sex?: string
  readonly audience?: string
}

export interface SampleFacts {
  /** Writes facts and marks their units, in one transaction. @returns the id of each */
  count(...facts: readonly SampleFact[]): Promise<string[]>
  /** Changes the value of one, or takes it away. */
  correct(id: string, value: number | null): Promise<void>
}

/** A module of the tests that counts something: a table, its view, and the union made of that view alone. */
export async function sampleFacts(world: World): Promise<SampleFacts> {
  await world.pool.query(`
    create schema sample;
    grant usage on schema sample to songhanh_app, songhanh_nation, songhanh_system;
    create table sample.counted (province_id text not null, id uuid primary key, unit_id uuid not null, measure text not null, on_day date not null, sex text not null, audience text not null, value numeric not null);
    create index on sample.counted (unit_id, on_day);
    select units.protect('sample.counted');
    create view sample.fact with (security_invoker = true) as
      select province_id, unit_id, measure, on_day, sex, '' as age_group, '' as ethnicity, audience, '' as detail, value, 'sample.counted' as source_table, id as source_id from sample.counted;
    grant select on sample.fact to songhanh_app, songhanh_nation, songhanh_system;
    ${factStatements([{ view: 'sample.fact', measures: SAMPLE_MEASURES }])}`)
  return {
    count: (...facts) =>
      asSystem<unknown, string[]>(world.as(null), async (tx) => {
        const ids: string[] = []
        for (const { unitId, measure, onDay, value, sex = '', audience = '' } of facts) {
          const { provinceId } = await ownerOf(tx, unitId)
          const id = uuidv7()
          await sql`insert into sample.counted values (${provinceId}, ${id}, ${unitId}, ${measure}, ${onDay}, ${sex}, ${audience}, ${value})`.execute(tx)
          await markChanged(tx, { unitId, provinceId, days: [onDay] })
          ids.push(id)
        }
        return ids
      }),
    correct: (id, value) =>
      asSystem<unknown, void>(world.as(null), async (tx) => {
        const found = await sql<{ unitId: string; provinceId: string; onDay: string }>`select unit_id, province_id, on_day from sample.counted where id = ${id}`.execute(tx)
        const { unitId, provinceId, onDay } = found.rows[0]!
        if (value === null) await sql`delete from sample.counted where id = ${id}`.execute(tx)
        else await sql`update sample.counted set value = ${value} where id = ${id}`.execute(tx)
        await markChanged(tx, { unitId, provinceId, days: [onDay] })
      }),
  }
}
