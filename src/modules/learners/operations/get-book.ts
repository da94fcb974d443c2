import { frozenBy } from '#core/facts/freeze.ts'
import { getBook } from '../contract.ts'
import { gradesOf } from '../model/grades.ts'
import { usualDay } from '../model/school-year.ts'
import { classesOf, dropoutsOf, latestBefore, query, schoolOf, snapshotOf, usualDayOf } from '../store.ts'

export default query(getBook, async (ctx, place) => {
  await ctx.allow('learners.read', place.unitId)
  const { tx } = ctx
  const school = await schoolOf(tx, place.unitId)
  const usual = await usualDayOf(tx, place.kind)
  const snapshot = await snapshotOf(tx, place)
  const before = await snapshotOf(tx, { ...place, schoolYear: place.schoolYear - 1 })
  const latest = await latestBefore(tx, place)
  return {
    unitId: school.unitId,
    unitName: school.name,
    isSchool: school.isSchool,
    snapshot: snapshot && { id: snapshot.id, onDay: snapshot.onDay, state: snapshot.state, revision: snapshot.revision, changedAt: snapshot.changedAt },
    usualDay: usualDay(place.schoolYear, usual),
    usualDaySource: usual.source,
    grades: [...gradesOf(school.schoolLevels)],
    classes: snapshot ? await classesOf(tx, snapshot.id) : [],
    dropouts: snapshot ? await dropoutsOf(tx, snapshot.id) : [],
    lastYear: before?.state === 'final' ? { schoolYear: before.schoolYear, classes: await classesOf(tx, before.id) } : null,
    latest: latest && { schoolYear: latest.schoolYear, kind: latest.kind, classes: (await classesOf(tx, latest.id)).map(({ grade, name }) => ({ grade, name })) },
    holders: snapshot ? (await frozenBy(tx, 'learners.snapshot', snapshot.id)).map(({ holderTable, holderId, unitId, unitName, title }) => ({ holderTable, holderId, unitId, unitName, title })) : [],
    canEdit: school.isSchool && (await ctx.may('learners.edit', place.unitId)),
  }
})
