import { expect, test } from 'vitest'
import { checkDocument } from '../checking/check-document.ts'
import { readDocument } from '../reading/read-document.ts'
import { SAMPLE_PLAN } from '../reading/sample-plan.ts'
import { textToBlocks } from '../reading/text-blocks.ts'
import { FIELD_REGISTER } from './field-register.ts'
import { toldOnce } from './tell-once.ts'
import { wholeFrom } from './whole-citation.ts'

const found = checkDocument(readDocument(textToBlocks(SAMPLE_PLAN.replace('Căn cứ Quyết định số 1234', 'Căn cứ Nghị định số 30/2020/NĐ-CP;\n\nCăn cứ Quyết định số 1234'))))

test('a decree cited by number alone lacks three things and is told once', () => {
  expect(found.filter(({ code }) => code.startsWith('citation-missing'))).toHaveLength(3)
  const told = toldOnce(found)
  expect(told).toHaveLength(found.length - 2)
  expect(told.find(({ code }) => code.startsWith('citation-missing'))).toMatchObject({ severity: 'warning', note: 'Nơi viện dẫn đầu tiên chưa ghi ngày ban hành, cơ quan ban hành, trích yếu của văn bản.' })
})

test('with the whole citation where the register has it', () => {
  const one = toldOnce(found, wholeFrom(FIELD_REGISTER)).find(({ code }) => code.startsWith('citation-missing'))
  expect(one).toMatchObject({ quote: 'Nghị định số 30/2020/NĐ-CP', proposal: 'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư' })
})

test('what else was found stays as it is', () => expect(toldOnce([{ code: 'spelling', severity: 'info', quote: 'xalo', note: 'Zalo' }], wholeFrom(FIELD_REGISTER))).toEqual([{ code: 'spelling', severity: 'info', quote: 'xalo', note: 'Zalo' }]))
