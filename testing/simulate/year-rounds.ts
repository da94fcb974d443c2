import acceptReport from '#modules/reports/operations/accept-report.ts'
import correctReport from '#modules/reports/operations/correct-report.ts'
import createRound from '#modules/reports/operations/create-round.ts'
import extendReport from '#modules/reports/operations/extend-report.ts'
import exemptReport from '#modules/reports/operations/exempt-report.ts'
import listReports from '#modules/reports/operations/list-reports.ts'
import openRound from '#modules/reports/operations/open-round.ts'
import returnReport from '#modules/reports/operations/return-report.ts'
import { addDays } from '#platform/clock.ts'
import { entry, type Span } from './ledger.ts'
import { figuresByHand } from './figures.ts'
import { handIn, writeReport } from './report.ts'
import type { Body } from './sector.ts'
import { count, isOpen, type Deed, type Stage } from './year.ts'

interface Plan {
  readonly form: 'half_year' | 'year'
  readonly title: string
  readonly period: Span
  readonly window: Span
  readonly opens: string
  readonly due: string
  readonly lateUntil: string
}

/** The half-year's and the year's round of the Department: in time, late, returned, missing, let off, corrected. */
export function roundsOfYear(stage: Stage): Deed[] {
  const { year } = stage.options
  const half: Plan = {
    form: 'half_year', title: `Báo cáo 6 tháng đầu năm ${year}`, period: { from: `${year - 1}-12-15`, to: `${year}-06-14` }, window: { from: `${year - 1}-12-15`, to: `${year}-05-27` },
    opens: `${year}-05-04`, due: `${year}-05-27`, lateUntil: `${year}-06-05`,
  }
  const whole: Plan = {
    form: 'year', title: `Báo cáo năm ${year}`, period: { from: `${year}-01-01`, to: `${year}-12-31` }, window: { from: `${year}-01-01`, to: `${year}-11-30` },
    opens: `${year}-11-16`, due: `${year}-12-10`, lateUntil: `${year}-12-20`,
  }
  return [half, whole].flatMap((plan) => round(stage, plan))
}

function round(stage: Stage, plan: Plan): Deed[] {
  const { world, dice, sector: { department, schools } } = stage
  const officer = department.writer
  let roundId = ''
  const open: Deed = {
    day: plan.opens,
    async do() {
      const made = await createRound.run(world.as(officer), {
        unitId: department.id, title: plan.title, formCode: plan.form, line: 'professional', audience: { by: 'kind', levels: ['school'] }, period: { ...plan.period, label: plan.title },
        window: plan.window, deadline: { day: plan.due, word: 'by' }, acceptLateUntil: plan.lateUntil,
      })
      roundId = made.roundId
      await openRound.run(world.as(officer), { roundId })
      count(stage, 'rounds')
    },
  }
  return [open, ...schools.filter((school) => isOpen(stage, school, plan.lateUntil)).flatMap((school) => reportOf(stage, plan, school, () => roundId, dice.whole(1, 100)))]
}

/** One school in a round; `fate` of a hundred says how it goes. */
function reportOf(stage: Stage, plan: Plan, school: Body, roundId: () => string, fate: number): Deed[] {
  const { world, dice, ledger, sector: { department } } = stage
  const officer = department.writer
  const started = addDays(plan.opens, dice.whole(1, 12))
  let reportId = ''
  let dueOn = plan.due
  const find = async () => {
    reportId = (await listReports.run(world.as(school.writer), { unitId: school.id })).find((report) => report.round.id === roundId())!.id
    ledger.records.set(reportId, [entry(school.id, dueOn, 'reports.due', 1, { detail: plan.form })])
  }
  const submit = async () => {
    const given = await handIn(world, school, reportId)
    stage.given.push({ ...given, unitId: school.id, roundId: roundId(), window: plan.window, byHand: figuresByHand(stage.ledger, school.id, plan.window, given.cells) })
    if (given.number === 1) ledger.records.set(reportId, [entry(school.id, dueOn, 'reports.due', 1, { detail: plan.form }), entry(school.id, dueOn, 'reports.in_time', given.isLate ? 0 : 1, { detail: plan.form })])
    count(stage, given.number > 1 ? 'reports handed in again' : given.isLate ? 'reports late' : 'reports in time')
    return given.number
  }
  const accept = (number: number) => acceptReport.run(world.as(officer), { reportId, number })
  const asked: Deed = { day: addDays(plan.opens, 1), do: find }
  if (fate <= 3) return [asked, { day: started, async do() {
    await exemptReport.run(world.as(officer), { reportId, reason: 'Trường đang sửa chữa' })
    ledger.records.delete(reportId)
    count(stage, 'reports let off')
  } }]
  if (fate <= 13) return [asked]
  const begin: Deed = { day: addDays(started, 1), do: () => writeReport(world, school, reportId) }
  const isLate = fate <= 25
  const isExtended = fate > 25 && fate <= 28
  const extend: Deed[] = isExtended ? [{ day: started, async do() {
    dueOn = addDays(plan.due, 7)
    await extendReport.run(world.as(officer), { reportId, until: dueOn, reason: 'Mưa lũ' })
    ledger.records.set(reportId, [entry(school.id, dueOn, 'reports.due', 1, { detail: plan.form })])
    count(stage, 'reports put off')
  } }] : []
  const handedIn = isLate || isExtended ? addDays(plan.due, dice.whole(4, 7)) : addDays(plan.due, -dice.whole(0, 6))
  const first: Deed = { day: handedIn, do: async () => void (await submit()) }
  const decided = addDays(handedIn, dice.whole(1, 9))
  if (fate > 28 && fate <= 45) return [asked, ...extend, begin, first, {
    day: decided,
    async do() {
      await returnReport.run(world.as(officer), { reportId, number: 1, reason: 'Bổ sung số liệu.', answerBy: addDays(decided, 10) })
      count(stage, 'reports returned')
    },
  }, { day: addDays(decided, 3), do: async () => void (await accept(await submit())) }]
  const corrected = addDays(decided, 10)
  const again: Deed[] = fate > 90 && isOpen(stage, school, corrected) ? [{ day: corrected, async do() {
    await correctReport.run(world.as(school.writer), { reportId, reason: 'Số liệu đã được sửa sau khi gửi.' })
    await submit()
    count(stage, 'reports corrected')
  } }] : []
  return [asked, ...extend, begin, first, { day: decided, do: async () => void (await accept(1)) }, ...again]
}
