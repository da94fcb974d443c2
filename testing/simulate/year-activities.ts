import removeActivity from '#modules/activities/operations/remove-activity.ts'
import saveActivity from '#modules/activities/operations/save-activity.ts'
import { KINDS } from '#modules/activities/kinds/all.ts'
import { addDays } from '#platform/clock.ts'
import { uuidv7 } from '#platform/ids.ts'
import { activityEntries, activityValues } from './activity.ts'
import type { Body } from './sector.ts'
import { count, isOpen, type Deed, type Stage } from './year.ts'

const kinds = [...KINDS.values()]

/** Activities of every kind all year: written the same day or weeks later, some drafts, some corrected, some taken off. */
export function activitiesOfYear(stage: Stage): Deed[] {
  const { dice, sector, options: { year, activities } } = stage
  return [sector.department, ...sector.communes, ...sector.schools].flatMap((body) =>
    Array.from({ length: dice.whole(0, activities) }).flatMap(() => {
      const onDay = addDays(`${year}-01-05`, dice.whole(0, 350))
      const day = addDays(onDay, dice.chance(0.6) ? 0 : dice.whole(1, 20))
      if (!isOpen(stage, body, day)) return []
      return oneActivity(stage, body, onDay, day)
    }),
  )
}

function oneActivity(stage: Stage, body: Body, onDay: string, day: string): Deed[] {
  const { world, dice, ledger } = stage
  const recordId = uuidv7()
  const kind = dice.pick(kinds)
  const values = activityValues(kind, onDay, dice)
  const save = async (revision: number, state: 'draft' | 'recorded', next = values) => {
    await saveActivity.run(world.as(body.writer), { unitId: body.id, recordId, kind: kind.code, kindVersion: kind.version, revision, state, values: next })
    if (state === 'recorded') ledger.records.set(recordId, activityEntries(kind, body.id, next))
    count(stage, state === 'draft' ? 'drafts' : revision === 0 ? 'activities' : 'changes')
  }
  const fate = dice.whole(1, 100)
  if (fate <= 8) return [{ day, do: () => save(0, 'draft') }]
  // Changed or taken off on the same day: no report stands on it yet.
  if (fate <= 20) return [{ day, do: async () => {
    await save(0, 'recorded')
    await save(1, 'recorded', activityValues(kind, addDays(onDay, dice.whole(-3, 0)), dice))
  } }]
  if (fate <= 25) return [{ day, do: async () => {
    await save(0, 'recorded')
    await removeActivity.run(world.as(body.writer), { recordId })
    ledger.records.delete(recordId)
    count(stage, 'removals')
  } }]
  const later = addDays(day, dice.whole(20, 120))
  if (fate > 38 || later > `${Number(onDay.slice(0, 4)) + 1}-01-25` || !isOpen(stage, body, later)) return [{ day, do: () => save(0, 'recorded') }]
  return [{ day, do: () => save(0, 'recorded') }, { day: later, do: correct }]

  async function correct(): Promise<void> {
    const next = activityValues(kind, onDay, dice)
    await saveActivity.run(world.as(body.writer), { unitId: body.id, recordId, kind: kind.code, kindVersion: kind.version, revision: 1, state: 'recorded', values: next, reason: 'Đếm lại theo danh sách' })
    ledger.records.set(recordId, activityEntries(kind, body.id, next))
    count(stage, 'activities corrected later')
  }
}
