import acceptReport from '#modules/reports/operations/accept-report.ts'
import createRound from '#modules/reports/operations/create-round.ts'
import getReport from '#modules/reports/operations/get-report.ts'
import listReports from '#modules/reports/operations/list-reports.ts'
import openRound from '#modules/reports/operations/open-round.ts'
import presentReport from '#modules/reports/operations/present-report.ts'
import returnReport from '#modules/reports/operations/return-report.ts'
import saveReport from '#modules/reports/operations/save-report.ts'
import signReport from '#modules/reports/operations/sign-report.ts'
import startReport from '#modules/reports/operations/start-report.ts'
import submitReport from '#modules/reports/operations/submit-report.ts'
import type { Cast } from './cast.ts'
import { MAIN } from './people.ts'
import { HALF_YEAR, type ReportStory } from './round-stories.ts'

const OFFICER = `chuyenvien.${MAIN.department}`
const TEXTS = ['highlights', 'difficulties', 'next', 'proposals'] as const

/** The Department's half-year round with its answers, and the year round that is open now; each once its days have come. */
export async function makeRounds(cast: Cast): Promise<void> {
  const { year, today } = cast
  if (today >= `${year}-06-05`) {
    const roundId = await open(cast, `${year}-05-04`, {
      title: `Báo cáo công tác bình đẳng giới 6 tháng đầu năm ${year}`,
      formCode: 'half_year',
      audience: { by: 'kind', levels: ['school'], schoolLevels: ['upper_secondary'] },
      period: { from: `${year - 1}-12-15`, to: `${year}-06-14`, label: `6 tháng đầu năm ${year}` },
      window: { from: `${year - 1}-12-15`, to: `${year}-05-15` },
      deadline: { day: `${year}-05-28`, word: 'before' },
    })
    for (const story of HALF_YEAR) await answer(cast, roundId, story)
  }
  if (today >= `${year}-11-02`) {
    await open(cast, `${year}-11-02`, {
      title: `Báo cáo công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm ${year}`,
      formCode: 'year',
      audience: { by: 'kind', levels: ['school'] },
      period: { from: `${year - 1}-12-15`, to: `${year}-12-14`, label: `năm ${year}` },
      window: { from: `${year - 1}-12-15`, to: `${year}-11-27` },
      deadline: { day: `${year}-11-30`, word: 'by' },
    })
  }
}

type Round = Omit<Parameters<typeof createRound.run>[1] & object, 'unitId'>

async function open(cast: Cast, day: string, round: Round): Promise<string> {
  const asking = cast.as(OFFICER, day)
  const { roundId } = await createRound.run(asking, { ...round, unitId: cast.idOf(MAIN.department), line: 'professional' })
  await openRound.run(asking, { roundId })
  return roundId
}

async function answer(cast: Cast, roundId: string, story: ReportStory): Promise<void> {
  const { unitKey } = story
  const day = `${cast.year}-${story.on}`
  const [writing, signing, reading] = [cast.as(`truongban.${unitKey}`, day), cast.as(`hieutruong.${unitKey}`, day), cast.as(OFFICER, `${cast.year}-06-01`)]
  const reports = await listReports.run(writing, { unitId: cast.idOf(unitKey) })
  const reportId = reports.find(({ round }) => round.id === roundId)!.id
  await startReport.run(writing, { reportId })
  if (story.state === 'draft') return

  const texts = TEXTS.map((key) => ({ kind: 'texts' as const, key, before: null, after: story[key] }))
  const notes = (story.withoutEvidence ?? []).map((part) => ({ kind: 'notes' as const, key: `evidence_missing:${part}`, before: null, after: 'Biên bản và ảnh lưu tại văn phòng nhà trường.' }))
  await saveReport.run(writing, { reportId, changes: [...texts, ...notes] })
  await presentReport.run(writing, { reportId })
  const { digest } = await getReport.run(signing, { reportId })
  await signReport.run(signing, { reportId, digest })
  await submitReport.run(cast.as(`vanthu.${unitKey}`, day), { reportId })
  if (story.state === 'accepted') await acceptReport.run(reading, { reportId, number: 1 })
  if (story.state === 'returned') await returnReport.run(reading, { reportId, number: 1, reason: story.returned!, comments: [{ field: 'difficulties', text: story.returned! }], answerBy: `${cast.year}-06-10` })
}
