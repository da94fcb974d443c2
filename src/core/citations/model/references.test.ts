import type { RegisteredDocument } from '@songhanh/vanban/advice/register'
import { expect, test } from 'vitest'
import { referencesOf, type Word } from './references.ts'

const decree: RegisteredDocument = { type: 'Nghị định', number: '30', symbol: '2020/NĐ-CP', date: '2020-03-05', issuer: 'Chính phủ', title: 'Công tác văn thư', from: '2020-03-05', until: null, replacedBy: null, source: 'bản gốc', sure: 'verified', checkedOn: '2026-11-21' }
const word = (distance: number, change: Partial<Word>): Word => ({ ...decree, key: '30/2020/nd-cp', changeId: `c${distance}`, byUnitId: `u${distance}`, distance, dropped: false, ...change })

test('the word of the nearest unit holds, else the list that ships', () => {
  expect(referencesOf([decree], [])).toMatchObject([{ key: '30/2020/nd-cp', until: null, changeId: null }])
  const said = [word(0, { until: '2027-06-30' }), word(2, { until: '2026-12-31' })]
  expect(referencesOf([decree], said)).toMatchObject([{ until: '2027-06-30', byUnitId: 'u0' }])
  expect(referencesOf([decree], said.toReversed())).toMatchObject([{ until: '2027-06-30', byUnitId: 'u0' }])
})

test('a document that does not ship stands beside', () => {
  const own = word(1, { key: '901/kh-sgddt', type: 'Kế hoạch', number: '901', symbol: 'KH-SGDĐT' })
  expect(referencesOf([decree], [own]).map(({ key }) => key)).toEqual(['30/2020/nd-cp', '901/kh-sgddt'])
})
