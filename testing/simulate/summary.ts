import { asSystem } from '#core/access/operation.ts'
import { totalsOf } from '#core/facts/totals.ts'
import getRound from '#modules/reports/operations/get-round.ts'
import listRounds from '#modules/reports/operations/list-rounds.ts'
import { textTable } from './text-table.ts'
import type { GivenReport, Stage } from './year.ts'

const MEASURES: readonly (readonly [code: string, words: string])[] = [
  ['plans.issued', 'Kế hoạch đã ban hành'],
  ['tasks.due', 'Nhiệm vụ đến hạn'],
  ['tasks.done_in_time', 'Nhiệm vụ xong đúng hạn'],
  ['communication.count', 'Cuộc truyền thông'],
  ['communication.contacts', 'Lượt người được truyền thông'],
  ['lesson.periods', 'Tiết dạy lồng ghép'],
  ['training_held.contacts', 'Lượt người dự tập huấn'],
  ['counselling.sessions', 'Buổi tư vấn'],
  ['pupils.enrolled', 'Học sinh'],
  ['pupils.dropped_out', 'Học sinh bỏ học'],
  ['hand.A09.part', 'Nữ được bổ nhiệm mới (nhập tay)'],
  ['reports.due', 'Báo cáo phải nộp'],
  ['reports.in_time', 'Báo cáo nộp đúng hạn'],
]
const FIGURES: readonly (readonly [code: string, words: string])[] = [
  ['communication.contacts', 'lượt truyền thông'],
  ['communication.contacts[sex=F]', 'nữ'],
  ['lesson.periods', 'tiết lồng ghép'],
  ['pupils.enrolled', 'học sinh'],
  ['pupils.enrolled[sex=F]', 'nữ'],
]
const STATES: Readonly<Record<string, string>> = {
  not_started: 'chưa bắt đầu', draft: 'đang soạn', review: 'chờ ký', signed: 'đã ký', submitted: 'chờ tiếp nhận', returned: 'bị trả lại', accepted: 'đã tiếp nhận', exempt: 'được miễn',
}

/** What happened, what the superiors see, and what the reports say, as tables for a person to read. */
export async function summaryOf(stage: Stage): Promise<string[]> {
  const { sector, counts, merger, options: { year } } = stage
  return [
    `${sector.department.name}, năm ${year}: ${sector.schools.length} trường, ${sector.communes.length} xã`,
    `${merger.closing.name} sáp nhập vào ${merger.heir.name} từ ngày ${dayText(merger.day)}`,
    '',
    ...textTable(['trong năm', 'số lần'], [...counts].map(([what, n]) => [what, shown(n)])),
    '',
    ...(await totalsTable(stage)),
    ...(await roundTables(stage)),
  ]
}

async function totalsTable({ world, ledger, sector, options: { year } }: Stage): Promise<string[]> {
  const [commune] = sector.communes
  const asked = { from: `${year}-01-01`, to: `${year}-12-31`, scope: 'below', measures: MEASURES.map(([code]) => code), withoutMissing: true } as const
  const [all, then, now] = await asSystem(world.as(null), async (tx) => {
    const below = { ...asked, unitId: commune!.id, line: 'administrative' } as const
    return [await totalsOf(tx, { ...asked, unitId: sector.department.id, line: 'professional', tree: 'then' }), await totalsOf(tx, { ...below, tree: 'then' }), await totalsOf(tx, { ...below, tree: 'now' })] as const
  })
  const rows = MEASURES.map(([code, words]) => {
    const [one, before, after] = [all, then, now].map(({ measures }) => measures.find(({ measure }) => measure === code))
    return [words, shown(one?.value), `${one?.known ?? 0}/${one?.units ?? 0}`, shown(before?.value), shown(after?.value)]
  })
  return textTable(['Toàn ngành', 'Sở', 'đơn vị', `${ledger.units.get(commune!.id)!.name}, khi đó`, 'hiện nay'], rows)
}

async function roundTables({ world, ledger, sector, given }: Stage): Promise<string[]> {
  const officer = sector.department.writer
  const lines: string[] = []
  for (const { id } of await listRounds.run(world.as(officer), { unitId: sector.department.id })) {
    const { title, counts } = await getRound.run(world.as(officer), { roundId: id })
    const states = Object.entries(counts).filter(([, n]) => n > 0).map(([state, n]) => `${n} ${STATES[state] ?? state}`)
    const rows = given.filter(({ roundId }) => roundId === id).map((version) => rowOf(version, ledger.units.get(version.unitId)!.name))
    lines.push('', `${title}: ${states.join(', ')}`, ...textTable(['đơn vị', 'bản', 'nộp', ...FIGURES.map(([, words]) => words)], rows))
  }
  return lines
}

function rowOf({ number, isLate, cells }: GivenReport, name: string): string[] {
  return [name, String(number), isLate ? 'muộn' : 'đúng hạn', ...FIGURES.map(([code]) => shown(cells.find((cell) => cell.code === code)?.value))]
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : value.toLocaleString('vi-VN')
}

function dayText(day: string): string {
  return day.split('-').reverse().join('/')
}
