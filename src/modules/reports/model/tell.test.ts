import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '#platform/i18n/day.ts'
import type { RecordLine } from './sources.ts'
import { tell } from './tell.ts'
import { told } from '../templates/outline.ts'

const session = (patch: Partial<RecordLine> = {}): RecordLine => ({
  id: 'a',
  kind: 'communication',
  title: 'Sinh hoạt dưới cờ: Tình bạn đẹp',
  onDay: '2026-03-09',
  heads: [
    { audience: 'pupils', sex: 'F', contacts: 212 },
    { audience: 'pupils', sex: 'M', contacts: 198 },
    { audience: 'teachers', sex: 'F', contacts: 18 },
    { audience: 'teachers', sex: 'M', contacts: 9 },
  ],
  costVnd: null,
  evidence: 1,
  ...patch,
})

const part = told('communication_told', 'communication', 'counselling')
const textsOf = (records: readonly RecordLine[]) => tell(part, records).map(({ text }) => text)

describe('what is told of records', () => {
  it('says how many, with whom, women and men, and names the biggest', () => {
    expect(textsOf([session(), session({ id: 'b', title: 'Diễn đàn cha mẹ', onDay: '2026-04-12', heads: [{ audience: 'parents', sex: 'F', contacts: 1000 }, { audience: 'parents', sex: 'M', contacts: 210 }], costVnd: 2_500_000 })])).toEqual([
      'Tổ chức 02 cuộc truyền thông, phổ biến về bình đẳng giới với 1.647 lượt người tham gia (1.230 nữ, 417 nam), trong đó có 410 lượt học sinh, 27 lượt cán bộ, giáo viên, nhân viên, 1.210 lượt cha mẹ học sinh. Kinh phí đã ghi nhận: 2.500.000 đồng.',
      'Gồm: “Sinh hoạt dưới cờ: Tình bạn đẹp” (ngày 09/03/2026, 437 lượt người); “Diễn đàn cha mẹ” (ngày 12/04/2026, 1.210 lượt người).',
    ])
  })

  it('says one group in one breath', () => {
    expect(textsOf([session({ heads: [{ audience: 'pupils', sex: 'F', contacts: 20 }, { audience: 'pupils', sex: 'M', contacts: 15 }] })])[0]).toBe(
      'Tổ chức 01 cuộc truyền thông, phổ biến về bình đẳng giới với 35 lượt học sinh (20 nữ, 15 nam).',
    )
  })

  it('quotes a title that has quotation marks itself', () => {
    expect(textsOf([session({ title: 'Chuyên đề “Tình bạn đẹp”', heads: [] })])[1]).toBe('Gồm: “Chuyên đề ‘Tình bạn đẹp’” (ngày 09/03/2026).')
  })

  it('leaves women and men out where not everybody was told apart, and people where nobody was counted', () => {
    expect(textsOf([session({ heads: [{ audience: 'pupils', sex: '', contacts: 40 }, { audience: 'pupils', sex: 'F', contacts: 5 }] })])[0]).toBe('Tổ chức 01 cuộc truyền thông, phổ biến về bình đẳng giới với 45 lượt học sinh.')
    expect(textsOf([session({ heads: [] })])[0]).toBe('Tổ chức 01 cuộc truyền thông, phổ biến về bình đẳng giới.')
  })

  it('never gives away a title of counselling', () => {
    const told = textsOf([session({ kind: 'counselling', title: 'Em Nguyễn Thị A lớp 10A' })])
    expect(told).toHaveLength(1)
    expect(told.join()).not.toContain('Em Nguyễn')
  })

  it('knows the records under every sentence', () => {
    const [summary, titles] = tell(part, [session(), session({ id: 'b', title: '' })])
    expect(summary!.sources.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(titles!.sources.map(({ id }) => id)).toEqual(['a'])
  })

  it('tells nothing of nothing', () => {
    expect(tell(part, [session({ kind: 'visit' })])).toEqual([])
  })

  it('has no number that is not a count, a sum or a day of its records', () => {
    const head = fc.record({ audience: fc.constantFrom('pupils', 'teachers', 'managers', 'staff', 'parents', 'community', ''), sex: fc.constantFrom('F', 'M', ''), contacts: fc.integer({ min: 0, max: 5_000 }) })
    const record = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom('communication', 'counselling'),
      title: fc.constantFrom('Ngày hội', 'Diễn đàn', ''),
      onDay: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-05-27'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
      heads: fc.array(head, { maxLength: 6 }),
      costVnd: fc.option(fc.integer({ min: 0, max: 90_000_000 })),
      evidence: fc.constant(0),
    })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 8 }), (records) => {
        for (const { text, sources } of tell(part, records)) {
          const those = records.filter(({ id }) => sources.some((source) => source.id === id))
          const allowed = numbersOf(those)
          const days = new Set(those.map(({ onDay }) => formatDay(onDay)))
          const withoutDays = text.replace(/\d\d\/\d\d\/\d{4}/g, (day) => (days.has(day) ? '' : day))
          for (const [found] of withoutDays.matchAll(/\d[\d.]*/g)) expect(allowed).toContain(Number(found.replace(/\.$/, '').replaceAll('.', '')))
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** Everything that may be said of records: how many, sums over any audience group and sex, each one's people, costs. */
function numbersOf(records: readonly RecordLine[]): number[] {
  const heads = records.flatMap((record) => record.heads)
  const groups = [['pupils'], ['managers', 'teachers', 'staff'], ['parents'], ['community']]
  const sum = (those: typeof heads) => those.reduce((total, { contacts }) => total + contacts, 0)
  return [
    records.length,
    sum(heads),
    sum(heads.filter(({ sex }) => sex === 'F')),
    sum(heads.filter(({ sex }) => sex === 'M')),
    ...groups.map((group) => sum(heads.filter(({ audience }) => group.includes(audience)))),
    ...records.map((record) => sum([...record.heads])),
    records.reduce((total, { costVnd }) => total + (costVnd ?? 0), 0),
  ]
}
