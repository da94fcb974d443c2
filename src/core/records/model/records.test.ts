import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAttendance } from './attendance.ts'
import { missingEvidence } from './evidence.ts'
import { AUDIENCES, defineKind, ETHNICITIES, fieldsOf, SEXES, type Kind } from './kind.ts'
import { changedParts, mergeValues, withPart } from './merge.ts'
import { countsOfAttendance, gridOf, headCountsOf, sumOf } from './people-grid.ts'
import type { HeadCount, RecordValues } from './record.ts'
import { tidyValues } from './tidy.ts'

const kind: Kind = {
  code: 'sample', version: 2, titleKey: 'x', icon: 'activity', audiences: AUDIENCES, counting: 'repeated', ask: ['ethnicity'],
  fields: [{ id: 'topic', type: 'choice', choices: ['a', 'b'] }, { id: 'old', type: 'text', until: 1 }, { id: 'fresh', type: 'number', since: 2 }],
  evidence: { min: 2, what: 'photo' }, measures: ['count', 'fresh'], detail: 'topic',
}

const values: RecordValues = {
  onDay: '2026-05-18', untilDay: null, title: 'Ngày hội', place: null, result: null, fields: {}, headCounts: [], cost: null, costSource: null, taskId: null, planId: null, nodeId: null,
}

describe('a kind', () => {
  it('keeps the fields of its older versions apart', () => {
    expect(fieldsOf(kind, 1).map(({ id }) => id)).toEqual(['topic', 'old'])
    expect(fieldsOf(kind).map(({ id }) => id)).toEqual(['topic', 'fresh'])
  })

  it.each([
    ['a measure that is no number', { measures: ['topic'] }],
    ['a detail that is no choice', { detail: 'fresh' }],
    ['a field named twice', { fields: [{ id: 'a', type: 'text' }, { id: 'a', type: 'date' }], measures: [], detail: 'a' }],
    ['a choice without choices', { fields: [{ id: 'topic', type: 'choice' }], measures: [] }],
    ['audiences that nobody counts', { counting: 'none' }],
  ] as const)('that contradicts itself is refused: %s', (_, wrong) => {
    expect(() => defineKind({ ...kind, titleKey: 'records.state_draft', ...wrong } as Parameters<typeof defineKind>[0])).toThrow('kind sample')
  })

  it('asks for the evidence that its rule names', () => {
    expect(missingEvidence(kind.evidence, ['picture', 'document', 'link'])).toBe(1)
    expect(missingEvidence({ min: 1, what: 'photo_or_document' }, ['document'])).toBe(0)
    expect(missingEvidence({ min: 0, what: 'none' }, [])).toBe(0)
  })
})

const anyCell = fc.record({
  audience: fc.constantFrom(...AUDIENCES),
  sex: fc.constantFrom(...SEXES),
  ageGroup: fc.constant('' as const),
  ethnicity: fc.constantFrom(...ETHNICITIES),
  contacts: fc.nat(500),
  persons: fc.constant(null),
})
const anyCells = fc.uniqueArray(anyCell, { selector: ({ audience, sex, ethnicity }) => [audience, sex, ethnicity].join(), maxLength: 20 })

describe('people by cells', () => {
  it('keep their total and their minorities when they are typed over as lines', () => {
    fc.assert(
      fc.property(anyCells, (cells: HeadCount[]) => {
        const again = headCountsOf(gridOf(kind, cells))
        const sum = (list: readonly HeadCount[], wanted: (cell: HeadCount) => boolean) => sumOf(list.filter(wanted).map(({ contacts }) => contacts)) ?? 0
        for (const sex of SEXES) expect(sum(again, (cell) => cell.sex === sex)).toBe(sum(cells, (cell) => cell.sex === sex))
        expect(sum(again, ({ ethnicity }) => ethnicity === 'minority')).toBe(sum(cells, ({ ethnicity }) => ethnicity === 'minority'))
        expect(headCountsOf(gridOf(kind, again))).toEqual(again)
      }),
    )
  })

  it('leave a negative rest where more of a minority are told than there are', () => {
    const [row] = gridOf(kind, [])
    const wrong = { ...row!, bySex: { ...row!.bySex, F: { contacts: 5, persons: null, minorityContacts: 8, minorityPersons: null } } }
    expect(headCountsOf([wrong]).map(({ contacts }) => contacts)).toEqual([8, -3])
  })

  it('are counted once each where everybody takes part once, and not as persons where they read', () => {
    const cell: HeadCount = { audience: 'pupils', sex: 'F', ageGroup: '', ethnicity: '', contacts: 7, persons: 3 }
    expect(tidyValues({ ...kind, counting: 'once' }, { ...values, headCounts: [cell] }).headCounts[0]!.persons).toBe(7)
    expect(tidyValues({ ...kind, counting: 'reach' }, { ...values, headCounts: [cell] }).headCounts[0]!.persons).toBeNull()
    expect(tidyValues(kind, { ...values, headCounts: [cell, { ...cell, sex: 'M', contacts: null, persons: null }] }).headCounts).toEqual([cell])
  })
})

describe('a list of participants', () => {
  const pasted = 'STT\tHọ và tên\tGiới\n1\tNguyễn Thị Mẫu\tNữ\tTày\t10A1\n2. Trần Văn Thử; Nam; Kinh; 10A2\nLê Ví Dụ\n\n3) Phạm Thị Mơ, nữ'

  it('is read as it was pasted', () => {
    expect(parseAttendance(pasted, 'pupils').map(({ fullName, sex, ethnicity, group }) => [fullName, sex, ethnicity, group])).toEqual([
      ['Nguyễn Thị Mẫu', 'F', 'minority', '10A1'],
      ['Trần Văn Thử', 'M', 'majority', '10A2'],
      ['Lê Ví Dụ', '', '', null],
      ['Phạm Thị Mơ', 'F', '', null],
    ])
  })

  it('fills the counts', () => {
    const counts = countsOfAttendance(kind, parseAttendance(pasted, 'pupils'))
    expect(counts.map(({ sex, ethnicity, contacts, persons }) => [sex, ethnicity, contacts, persons])).toEqual([['F', 'minority', 1, 1], ['M', 'majority', 1, 1], ['', '', 1, 1], ['F', '', 1, 1]])
  })
})

const anyValues = fc.record({ title: fc.constantFrom('a', 'b', 'c'), place: fc.constantFrom(null, 'p', 'q'), cost: fc.constantFrom(null, 1, 2), fields: fc.constantFrom({}, { topic: 'a' }, { topic: 'b' }), headCounts: anyCells })
  .map((some): RecordValues => ({ ...values, ...some }))

describe('two edits of one record', () => {
  it('keep every change that only one of them made, and name the rest', () => {
    fc.assert(
      fc.property(anyValues, anyValues, anyValues, (base, mine, theirs) => {
        const { values: merged, conflicts } = mergeValues(base, mine, theirs)
        const [byMe, byThem] = [changedParts(base, mine), changedParts(base, theirs)]
        for (const part of byMe) if (!byThem.includes(part)) expect(changedParts(merged, mine)).not.toContain(part)
        for (const part of byThem) expect(changedParts(merged, theirs)).not.toContain(part)
        for (const part of conflicts) expect(byMe.includes(part) && byThem.includes(part) && changedParts(mine, theirs).includes(part)).toBe(true)
        // Whoever takes their own side of every conflict has all of their own changes.
        const mineChosen = conflicts.reduce((now, part) => withPart(now, part, mine), merged)
        for (const part of byMe) expect(changedParts(mineChosen, mine)).not.toContain(part)
      }),
    )
  })

  it('without a common beginning are only joined where they say the same', () => {
    expect(mergeValues(null, values, { ...values, title: 'Khác' }).conflicts).toEqual(['title'])
    expect(mergeValues(null, values, values).conflicts).toEqual([])
  })
})
