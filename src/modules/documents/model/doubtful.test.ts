import { expect, test } from 'vitest'
import { aReading } from './a-reading.ts'
import { doubtfulFields, missingInFile, type FoundField } from './doubtful.ts'

const found = (field: string, confidence: number): FoundField => ({ field, confidence, page: 1, line: 1, box: null, words: 'chữ' })

test('the least sure fields come first; sure ones and parts of the body are left out', () => {
  expect(doubtfulFields([found('header.date', 0.6), found('header.number', 0.4), found('header.title', 0.95), found('sections.3', 0.2)]).map(({ field }) => field)).toEqual(['header.number', 'header.date'])
})

test('what was not found is missing until somebody fills it in', () => {
  expect(missingInFile([found('header.symbol', 0.9)], aReading({ number: null, date: null }))).toEqual(['header.number', 'header.date'])
  expect(missingInFile([], aReading())).toEqual([])
})
