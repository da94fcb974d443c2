import { describe, expect, it } from 'vitest'
import { forms } from '../templates/all.ts'
import { blockersOf, checkReport, NO_COMPARISONS, type Comparisons } from './checks.ts'
import { compose } from './compose.ts'
import { NO_ENTRIES, type CellEntry } from './entries.ts'
import { NO_SOURCES, type RecordLine, type Sources } from './sources.ts'

const form = forms.half_year
const TEXT = 'Nhà trường còn thiếu báo cáo viên về giới; kinh phí truyền thông năm 2026 chưa được cấp riêng, phụ huynh chưa quan tâm.'

const ACTIVITY: RecordLine = { id: 'a', kind: 'communication', title: 'Ngày hội', onDay: '2026-03-09', heads: [], costVnd: null, evidence: 0 }

interface Given {
  readonly cells?: Record<string, number>
  readonly texts?: Record<string, string>
  readonly cellNote?: string
  readonly notes?: Record<string, string>
  readonly sources?: Partial<Sources>
  readonly compare?: Partial<Comparisons>
}

function checks({ cells = {}, cellNote, texts = {}, notes = {}, sources = {}, compare = {} }: Given) {
  const entries = { ...NO_ENTRIES, texts, cells: Object.fromEntries(Object.entries(cells).map(([key, value]): [string, CellEntry] => [key, { state: 'value', value, estimate: null, note: cellNote ?? null }])) }
  const body = compose(form, { from: '2025-12-15', to: '2026-05-27' }, { ...NO_SOURCES, ...sources }, entries, (text) => text)
  return checkReport(form, body, notes, { ...NO_COMPARISONS, ...compare })
}

const previous = (measure: string, value: number) => [{ measure, sex: '', ageGroup: '', ethnicity: '', audience: '', detail: '', value, known: 1 }]

describe('what is checked before a report goes out', () => {
  it.each<[string, string, 'error' | 'doubt' | 'info', Given]>([
    ['a text that must be written', 'text_missing', 'error', {}],
    ['more women than people', 'part_exceeds', 'error', { cells: { 'b8/enrolled/total': 100, 'b8/enrolled/female': 101 } }],
    ['more of a minority than people', 'part_exceeds', 'error', { cells: { 'b8/enrolled/total': 100, 'b8/enrolled/minority': 120 } }],
    ['more minority girls than girls', 'part_exceeds', 'error', { cells: { 'b8/enrolled/female': 40, 'b8/enrolled/minority_female': 41 } }],
    ['women and men beyond the whole', 'sexes_exceed', 'error', { cells: { 'b10/pupils/total': 100, 'b10/pupils/female': 60, 'b10/pupils/male': 50 } }],
    ['parts that do not make the whole', 'sum_differs', 'error', { cells: { 'b1/all/total': 50, 'b1/managers/total': 3, 'b1/teachers/total': 40, 'b1/staff/total': 6 } }],
    ['a jump against the period before', 'jump', 'doubt', { cells: { 'b10/sessions/number': 14 }, sources: { previousTotals: previous('communication.count', 10) } }],
    ['a figure by hand beside another of the records', 'hand_differs', 'doubt', { cells: { 'b10/sessions/number': 5 }, sources: { totals: previous('communication.count', 4) } }],
    ['a figure that another report gives otherwise', 'differs_elsewhere', 'doubt', { cells: { 'b15/all/spent': 5 }, compare: { elsewhere: [{ code: 'B15.all.spent', value: 6, title: 'Báo cáo phường' }] } }],
    ['a text of last year with another date', 'copied_earlier', 'doubt', { texts: { difficulties: TEXT }, compare: { earlierTexts: [{ title: 'Năm 2025', key: 'difficulties', text: TEXT.replace('2026', '2025') }] } }],
    ["the superior's own words", 'copied_superior', 'doubt', { texts: { difficulties: TEXT }, compare: { instructions: TEXT } }],
    ["the words of the superior's plan with another date", 'copied_plan', 'doubt', { texts: { difficulties: TEXT }, compare: { plans: [{ title: '12/KH-SGDĐT', text: `Nhiệm vụ khác của các đơn vị.\n${TEXT.replace('2026', '2025')}\nMột nhiệm vụ nữa.` }] } }],
    ['an activity without evidence', 'evidence_missing', 'doubt', { sources: { records: [ACTIVITY] } }],
    ['more persons than contacts', 'contacts_below_persons', 'error', { sources: { records: [{ ...ACTIVITY, heads: [{ audience: 'pupils', sex: 'F', contacts: 10, persons: 11 }] }] } }],
    ['cells without data', 'no_data', 'info', {}],
  ])('finds %s', (_, code, severity, given) => {
    const found = checks(given).filter((check) => check.code === code)
    expect(new Set(found.map((check) => check.severity))).toEqual(new Set([severity]))
  })

  it.each<[string, string, Given]>([
    ['as many women as people', 'part_exceeds', { cells: { 'b8/enrolled/total': 100, 'b8/enrolled/female': 100 } }],
    ['parts that make the whole', 'sum_differs', { cells: { 'b1/all/total': 49, 'b1/managers/total': 3, 'b1/teachers/total': 40, 'b1/staff/total': 6 } }],
    ['a sum of which a part is not known yet', 'sum_differs', { cells: { 'b1/all/total': 50, 'b1/managers/total': 3 } }],
    ['a change of just thirty per cent', 'jump', { cells: { 'b10/sessions/number': 13 }, sources: { previousTotals: previous('communication.count', 10) } }],
    ['a big change of small numbers', 'jump', { cells: { 'b10/sessions/number': 4 }, sources: { previousTotals: previous('communication.count', 1) } }],
    ['the same figure elsewhere', 'differs_elsewhere', { cells: { 'b15/all/spent': 5 }, compare: { elsewhere: [{ code: 'B15.all.spent', value: 5, title: 'x' }] } }],
    ['an activity with evidence and as many persons as contacts', 'evidence_missing', { sources: { records: [{ ...ACTIVITY, evidence: 1, heads: [{ audience: 'pupils', sex: 'F', contacts: 10, persons: 10 }] }] } }],
    ['counselling, which has no evidence', 'evidence_missing', { sources: { records: [{ ...ACTIVITY, kind: 'counselling' }] } }],
    ['a text of its own', 'copied_earlier', { texts: { difficulties: TEXT }, compare: { earlierTexts: [{ title: 'x', key: 'difficulties', text: 'Một nội dung hoàn toàn khác, nói về cơ sở vật chất và phòng tư vấn của trường trong năm học.' }] } }],
  ])('passes %s', (_, code, given) => {
    expect(checks(given).filter((check) => check.code === code)).toEqual([])
  })

  it('lets a doubt go on with a note, an error never', () => {
    const given: Given = { cells: { 'b10/sessions/number': 14, 'b8/enrolled/total': 1, 'b8/enrolled/female': 2 }, sources: { previousTotals: previous('communication.count', 10) } }
    const notes = Object.fromEntries(checks(given).map(({ id }) => [id, 'Có thêm bốn buổi tại điểm trường lẻ.']))
    expect(new Set(blockersOf(checks({ ...given, notes })).map(({ severity }) => severity))).toEqual(new Set(['error']))
  })

  it('takes the note of a figure for the answer to its jump', () => {
    const given: Given = { cells: { 'b10/sessions/number': 14 }, sources: { previousTotals: previous('communication.count', 10) } }
    const jumpOf = (one: Given) => checks(one).find(({ code }) => code === 'jump')!
    expect([jumpOf(given).note, jumpOf({ ...given, cellNote: 'Thêm bốn buổi.' }).note]).toEqual([null, 'Thêm bốn buổi.'])
  })

  it('puts errors first', () => {
    const order = checks({ cells: { 'b10/sessions/number': 14 }, sources: { previousTotals: previous('communication.count', 10) } }).map(({ severity }) => severity)
    expect(order).toEqual(order.toSorted((a, b) => ['error', 'doubt', 'info'].indexOf(a) - ['error', 'doubt', 'info'].indexOf(b)))
  })
})
