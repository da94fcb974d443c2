import { describe, expect, it } from 'vitest'
import { forms } from '../templates/all.ts'
import { cellsOf, type Body, type Cell } from './body.ts'
import { compose } from './compose.ts'
import { progressOf } from './part-state.ts'
import { NO_ENTRIES, type Entries } from './entries.ts'
import { keepClosed } from './reopen.ts'
import { NO_SOURCES, type RecordLine, type Sources, type Total } from './sources.ts'

const form = forms.half_year
const window = { from: '2025-12-15', to: '2026-05-27' }
const digest = (text: string) => `${text.length}`

const total = (patch: Partial<Total> & Pick<Total, 'measure' | 'value'>): Total => ({ sex: '', ageGroup: '', ethnicity: '', audience: '', detail: '', known: 1, ...patch })
const composed = (sources: Partial<Sources> = {}, entries: Partial<Entries> = {}): Body => compose(form, window, { ...NO_SOURCES, ...sources }, { ...NO_ENTRIES, ...entries }, digest)
const cell = (body: Body, key: string): Cell => cellsOf(body).find((one) => one.key === key)!

const contacts = [
  total({ measure: 'communication.contacts', audience: 'pupils', sex: 'F', value: 212 }),
  total({ measure: 'communication.contacts', audience: 'pupils', sex: 'M', value: 198 }),
  total({ measure: 'communication.contacts', audience: 'parents', sex: '', value: 40 }),
]

describe('a report that fills itself', () => {
  it('sums facts within the row and the column', () => {
    const body = composed({ totals: contacts })
    expect(['all/total', 'all/female', 'pupils/total', 'pupils/male', 'parents/total'].map((place) => cell(body, `b10/${place}`).value)).toEqual([450, 212, 410, 198, 40])
  })

  it('does not say 0 where nothing is known', () => {
    const body = composed({ totals: contacts })
    expect(cell(body, 'b10/parents/female')).toMatchObject({ state: 'no_data', value: null })
    expect(cell(body, 'b10/sessions/number')).toMatchObject({ state: 'no_data', value: null })
    expect(cell(composed({ totals: [total({ measure: 'communication.count', value: 0 })] }), 'b10/sessions/number')).toMatchObject({ state: 'value', value: 0 })
  })

  it('has the period before beside it', () => {
    expect(cell(composed({ totals: contacts, previousTotals: [total({ measure: 'communication.contacts', audience: 'pupils', value: 300 })] }), 'b10/pupils/total').previous).toBe(300)
  })

  it('takes figures of indicators with numerator, denominator and version', () => {
    const figure = { code: 'C05', version: 2, name: 'Tỷ lệ nam tham gia', unit: 'percent', isNone: false, value: 41, part: 1148, whole: 2800, known: 1, units: 1, byHand: false }
    expect(cell(composed({ figures: [{ ...figure, value: null, isNone: true }] }), 'communication_figures/C05').state).toBe('not_applicable')
    expect(cell(composed({ figures: [figure] }), 'communication_figures/C05')).toMatchObject({ state: 'value', value: 41, part: 1148, whole: 2800, formulaVersion: 2, name: 'Tỷ lệ nam tham gia' })
  })

  it('keeps what was entered by hand over what was computed, and shows both', () => {
    const body = composed({ totals: contacts }, { cells: { 'b10/pupils/total': { state: 'value', value: 420, estimate: 500, note: 'Thêm một buổi chưa ghi' } } })
    expect(cell(body, 'b10/pupils/total')).toMatchObject({ state: 'value', value: 420, computed: 410, estimate: 500, byHand: true, note: 'Thêm một buổi chưa ghi' })
    expect(cell(composed({ totals: contacts }, { cells: { 'b10/pupils/total': { state: 'auto', value: null, estimate: 500, note: null } } }), 'b10/pupils/total')).toMatchObject({ value: 410, estimate: 500, byHand: false })
    expect(cell(composed({ totals: contacts }, { cells: { 'b10/pupils/total': { state: 'not_applicable', value: null, estimate: null, note: null } } }), 'b10/pupils/total')).toMatchObject({ state: 'not_applicable', value: null })
  })

  it('counts what is filled of what is asked', () => {
    const before = progressOf(form, composed())
    const after = progressOf(form, composed({}, { texts: { difficulties: 'Thiếu người.' } }))
    expect(after).toEqual({ toFill: before.toFill, filled: before.filled + 1 })
  })
})

describe('sentences of a report', () => {
  const record: RecordLine = { id: 'a', kind: 'communication', title: '', onDay: '2026-03-09', heads: [], costVnd: null, evidence: 0 }
  const key = 'communication_told#communication'
  const sentenceOf = (body: Body, at = key) => body.parts.flatMap((part) => (part.kind === 'told' ? part.sentences : [])).find((sentence) => sentence.key === at)
  const auto = 'Tổ chức 01 cuộc truyền thông, phổ biến về bình đẳng giới.'

  it('are replaced by what somebody wrote, and say when the records have changed since', () => {
    const entries = { sentences: { [key]: { text: 'Tổ chức một buổi nói chuyện chuyên đề.', basis: auto } } }
    expect(sentenceOf(composed({ records: [record] }, entries))).toMatchObject({ text: 'Tổ chức một buổi nói chuyện chuyên đề.', auto, isEdited: true, isStale: false })
    expect(sentenceOf(composed({ records: [record, { ...record, id: 'b' }] }, entries))).toMatchObject({ isStale: true, text: 'Tổ chức một buổi nói chuyện chuyên đề.' })
  })

  it('stay when their records are gone, as something to look at', () => {
    expect(sentenceOf(composed({}, { sentences: { [key]: { text: 'Vẫn giữ.', basis: auto } } }))).toMatchObject({ text: 'Vẫn giữ.', auto: null, isStale: true })
  })

  it('can be left out', () => {
    expect(sentenceOf(composed({ records: [record] }, { sentences: { [key]: { text: null, basis: auto } } }))).toMatchObject({ text: null, auto })
  })
})

describe('a report of which a return opened some fields', () => {
  it('changes in these alone, whatever the records say now', () => {
    const submitted = composed({ totals: contacts }, { texts: { difficulties: 'Cũ.', next: 'Cũ.' } })
    const now = composed({ totals: [total({ measure: 'communication.contacts', audience: 'pupils', sex: 'F', value: 999 })] }, { texts: { difficulties: 'Mới.', next: 'Mới.' } })
    const mended = keepClosed(now, submitted, ['difficulties', 'b10/all/total'])
    expect(mended.parts.find((part) => part.key === 'difficulties')).toMatchObject({ text: 'Mới.' })
    expect(mended.parts.find((part) => part.key === 'next')).toMatchObject({ text: 'Cũ.' })
    expect([cell(mended, 'b10/all/total').value, cell(mended, 'b10/pupils/total').value]).toEqual([999, 410])
  })
})
