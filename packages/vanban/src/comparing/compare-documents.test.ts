import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentModel, Section } from '../model.ts'
import { samplePlan } from '../writing/samples.ts'
import { compareDocuments } from './compare-documents.ts'

const plan = samplePlan()
const withFirst = (change: (section: Section) => Section): DocumentModel => ({ ...plan, sections: plan.sections.map((section, index) => (index === 0 ? change(section) : section)) })

test('a document differs in nothing from itself', () => {
  const nothing = { added: [], removed: [] }
  expect(compareDocuments(plan, plan)).toMatchObject({ header: [], passages: [], targets: nothing, deadlines: nothing, bases: nothing, recipients: nothing })
})

test('a changed date, number and signer are named with both values', () => {
  const other: DocumentModel = { ...plan, header: { ...plan.header, date: '2026-04-01', number: '99' }, signer: plan.signer && { ...plan.signer, name: 'Lê Văn Khác' } }
  expect(compareDocuments(plan, other).header.map(({ field }) => field)).toEqual(['number', 'date', 'signer'])
  expect(compareDocuments(plan, other).header[0]).toMatchObject({ before: plan.header.number, after: '99' })
})

test('a sentence with other words is one that was changed, not one taken and one added', () => {
  const { closing } = plan
  const [changed, ...more] = compareDocuments(plan, { ...plan, closing: `${closing ?? ''} Rất mong các đơn vị.` }).passages
  expect(changed).toMatchObject({ state: 'changed', before: closing })
  expect(more).toEqual([])
})

test('what one adds the other lacks: the way back tells the same the other way round', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 30, maxLength: 60 }).filter((text) => text.trim() !== ''), (text) => {
      const more = withFirst((section) => ({ ...section, leadIns: [...(section.leadIns ?? []), text] }))
      const [there, back] = [compareDocuments(plan, more), compareDocuments(more, plan)]
      expect(there.passages.filter(({ state }) => state === 'added')).toHaveLength(back.passages.filter(({ state }) => state === 'removed').length)
      expect(there.same).toBe(back.same)
    }),
    { numRuns: 20 },
  )
})

test('targets, recipients and bases are compared line by line', () => {
  const target = (text: string) => ({ subject: text, op: '>=', value: 90, unit: '%', period: null, text }) as const
  const basis = (number: string) => ({ type: 'Quyết định', number, symbol: 'QĐ-TTg', date: null, issuer: null, subject: null, role: 'basis', occurrences: 1 }) as const
  const one: DocumentModel = { ...plan, targets: [target('90% giáo viên'), target('90% học sinh')], legalBases: [basis('2282'), basis('28')] }
  const other: DocumentModel = { ...one, recipients: [...plan.recipients.slice(1), 'Website trường'], targets: [target('90% học sinh'), target('95% giáo viên')], legalBases: [basis('28')] }
  expect(compareDocuments(one, other)).toMatchObject({
    recipients: { added: ['Website trường'], removed: [plan.recipients[0]] },
    targets: { added: ['95% giáo viên'], removed: ['90% giáo viên'] },
    bases: { added: [], removed: ['Quyết định 2282/QĐ-TTg'] },
  })
})
