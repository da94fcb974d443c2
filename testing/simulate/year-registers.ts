import saveHandFigure from '#modules/indicators/operations/save-hand-figure.ts'
import saveBook from '#modules/learners/operations/save-book.ts'
import type { SnapshotKind } from '#modules/learners/model/columns.ts'
import { addDays } from '#platform/clock.ts'
import { bookEntries, bookOf } from './book.ts'
import { entry, type Entry } from './ledger.ts'
import type { Body } from './sector.ts'
import { count, isOpen, type Deed, type Stage } from './year.ts'

/** Head-counts of 30/9 and 31/5 with gaps and corrections, and figures entered by hand. */
export function registersOfYear(stage: Stage): Deed[] {
  const { dice, sector: { schools }, options: { year } } = stage
  return schools.flatMap((school) => [
    ...book(stage, school, { schoolYear: year - 1, kind: 'start', onDay: `${year - 1}-09-30` }, addDays(`${year}-01-06`, dice.whole(0, 5))),
    ...book(stage, school, { schoolYear: year - 1, kind: 'end', onDay: `${year}-05-31` }, addDays(`${year}-06-01`, dice.whole(0, 20))),
    ...book(stage, school, { schoolYear: year, kind: 'start', onDay: `${year}-09-30` }, addDays(`${year}-10-01`, dice.whole(0, 30))),
    ...handFigures(stage, school),
  ])
}

function book(stage: Stage, school: Body, when: { schoolYear: number; kind: SnapshotKind; onDay: string }, day: string): Deed[] {
  const { world, dice, ledger } = stage
  if (dice.chance(0.07)) return []
  let id = ''
  const save = async (revision: number, reason: string | null) => {
    const { classes, dropouts } = bookOf(school.schoolLevels, when.kind, dice)
    id = (await saveBook.run(world.as(school.writer), { unitId: school.id, ...when, state: 'final', revision, classes, dropouts, reason })).id
    ledger.records.set(id, bookEntries(school.id, when.kind, when.onDay, { classes, dropouts }))
    count(stage, revision === 0 ? 'head-counts' : 'head-counts corrected')
  }
  const later = addDays(day, dice.whole(10, 150))
  const deeds: Deed[] = [{ day, do: () => save(0, null) }]
  if (dice.chance(0.12)) deeds.push({ day: later, do: () => save(1, 'Nhầm sĩ số một lớp') })
  return deeds.filter((deed) => isOpen(stage, school, deed.day))
}

/** A share, a number and a yes or no; the half-year's share is followed by the year's. */
function handFigures(stage: Stage, school: Body): Deed[] {
  const { world, dice, ledger, options: { year } } = stage
  const enter = (code: string, to: string, day: string, made: () => { values: Record<string, string | boolean | null>; entries: Entry[] }): Deed[] => {
    if (dice.chance(0.25) || !isOpen(stage, school, day)) return []
    return [{ day, async do() {
      const { values, entries } = made()
      const { id } = await saveHandFigure.run(world.as(school.writer), { unitId: school.id, code, to, part: null, whole: null, value: null, yes: null, ...values, reason: 'Rà soát lại' })
      ledger.records.set(id, entries)
      count(stage, 'figures by hand')
    } }]
  }
  const share = (code: string, to: string) => () => {
    const whole = dice.whole(1, 60)
    const part = dice.whole(0, whole)
    return { values: { part: String(part), whole: String(whole) }, entries: [entry(school.id, to, `hand.${code}.part`, part), entry(school.id, to, `hand.${code}.whole`, whole)] }
  }
  const told = (code: string, to: string) => () => {
    const value = dice.whole(0, 9)
    return { values: { value: String(value) }, entries: [entry(school.id, to, `hand.${code}.value`, value)] }
  }
  const answer = (code: string, to: string) => () => {
    const yes = dice.chance(0.7)
    return { values: { yes }, entries: [entry(school.id, to, `hand.${code}.yes`, yes ? 1 : 0)] }
  }
  const day = (from: string) => addDays(from, dice.whole(0, 8))
  return [
    ...enter('A13', `${year}-05-31`, day(`${year}-05-02`), share('A13', `${year}-05-31`)),
    ...enter('A13', `${year}-05-31`, day(`${year}-06-01`), share('A13', `${year}-05-31`)),
    ...enter('B11', `${year}-05-31`, day(`${year}-06-02`), answer('B11', `${year}-05-31`)),
    ...enter('A09', `${year}-06-30`, day(`${year}-07-01`), share('A09', `${year}-06-30`)),
    ...enter('A09', `${year}-12-31`, day(`${year + 1}-01-02`), share('A09', `${year}-12-31`)),
    ...enter('B14', `${year}-12-31`, day(`${year + 1}-01-02`), told('B14', `${year}-12-31`)),
  ]
}
