import type { Kind } from '#core/records/model/kind.ts'
import type { FieldValue, HeadCount, RecordValues } from '#core/records/model/record.ts'
import type { Dice } from './dice.ts'
import { entry, type Entry } from './ledger.ts'

/** What somebody writes into an activity of a kind, as chance wants it. */
export function activityValues(kind: Kind, onDay: string, dice: Dice): RecordValues {
  const fields = Object.fromEntries(
    kind.fields.filter(({ required }) => required || dice.chance(0.6)).map((field): [string, FieldValue] => {
      if (field.type === 'choice') return [field.id, dice.pick(field.choices!)]
      if (field.type === 'number') return [field.id, dice.whole(0, 12)]
      if (field.type === 'money') return [field.id, dice.whole(1, 40) * 50_000]
      if (field.type === 'date') return [field.id, onDay]
      return [field.id, field.type === 'list' ? ['Một', 'Hai'] : 'Nội dung mẫu']
    }),
  )
  const cost = kind.measures.includes('cost') && dice.chance(0.3) ? dice.whole(1, 60) * 100_000 : null
  return {
    onDay, untilDay: null, title: `Hoạt động mẫu ngày ${onDay}`, place: null, result: null, fields, headCounts: headCounts(kind, dice), cost, costSource: cost === null ? null : 'recurrent',
    taskId: null, planId: null, nodeId: null,
  }
}

function headCounts(kind: Kind, dice: Dice): HeadCount[] {
  return kind.audiences.filter(() => dice.chance(0.4)).flatMap((audience) => {
    const sexes = dice.chance(0.85) ? (['F', 'M'] as const) : ([''] as const)
    const ethnicities = kind.ask.includes('ethnicity') && dice.chance(0.3) ? (['minority', 'majority'] as const) : ([''] as const)
    const ages = kind.ask.includes('age') && audience === 'pupils' ? (['11_14', '15_17'] as const) : ([''] as const)
    return sexes.flatMap((sex) => ethnicities.flatMap((ethnicity) => ages.map((ageGroup): HeadCount => {
      const contacts = dice.whole(0, 90)
      const persons = kind.counting === 'repeated' && dice.chance(0.8) ? dice.whole(0, contacts) : kind.counting === 'once' ? contacts : null
      return { audience, sex, ageGroup, ethnicity, contacts, persons }
    })))
  })
}

/** What of an activity counts, said by hand. */
export function activityEntries(kind: Kind, unitId: string, { onDay, fields, headCounts: heads, cost }: RecordValues): Entry[] {
  const choice = kind.detail ? fields[kind.detail] : undefined
  const detail = typeof choice === 'string' ? choice : ''
  const entries = [entry(unitId, onDay, `${kind.code}.count`, 1, { detail })]
  if (cost !== null) entries.push(entry(unitId, onDay, `${kind.code}.cost`, cost, { detail }))
  for (const [id, value] of Object.entries(fields)) {
    if (typeof value === 'number' && kind.measures.includes(id)) entries.push(entry(unitId, onDay, `${kind.code}.${id}`, value, { detail }))
  }
  for (const { contacts, persons, audience, sex, ageGroup, ethnicity } of heads) {
    const cell = { audience, sex, ageGroup, ethnicity, detail }
    if (contacts !== null) entries.push(entry(unitId, onDay, `${kind.code}.contacts`, contacts, cell))
    if (persons !== null) entries.push(entry(unitId, onDay, `${kind.code}.persons`, persons, cell))
  }
  return entries
}
