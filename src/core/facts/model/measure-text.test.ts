import { expect, test } from 'vitest'
import { measureKey, readMeasureText } from './measure-text.ts'

test('a written measure is its code and what of it is counted', () => {
  expect(readMeasureText('communication.contacts[audience=teachers|staff, sex=F]')).toEqual({
    code: 'communication.contacts',
    filters: [{ name: 'audience', values: ['teachers', 'staff'] }, { name: 'sex', values: ['F'] }],
  })
  expect(readMeasureText('classes.total')).toEqual({ code: 'classes.total', filters: [] })
})

test('the whole of a measure asks for nothing', () => {
  expect(readMeasureText('pupils.enrolled[whole]')).toEqual({ code: 'pupils.enrolled', filters: [] })
  expect(readMeasureText('[place]')).toEqual({ code: '', filters: [] })
})

test('figures by hand have one name for each field, whatever the indicator', () => {
  expect([measureKey('hand.A01.part'), measureKey('pupils.enrolled_at_start')]).toEqual(['measure.hand_part', 'measure.pupils_enrolled_at_start'])
})
