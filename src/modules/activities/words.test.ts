import { expect, it } from 'vitest'
import { fieldsOf } from '#core/records/model/kind.ts'
import en from './i18n/en.json' with { type: 'json' }
import vi from './i18n/vi.json' with { type: 'json' }
import { KINDS } from './kinds/all.ts'

const kinds = [...KINDS.values()].map((kind) => ({ code: kind.code, kind }))

it.each(kinds)('every word of $code is there in both languages', ({ kind }) => {
  const keys = [
    kind.titleKey,
    ...fieldsOf(kind).flatMap(({ id, choices = [] }) => [`activities.field_${id}`, ...choices.map((choice) => `activities.choice_${id}_${choice}`)]),
  ]
  expect(keys.filter((key) => !(key in vi) || !(key in en))).toEqual([])
})

it('no word of a field or choice is left over', () => {
  const used = new Set(kinds.flatMap(({ kind }) => kind.fields.flatMap(({ id, choices = [] }) => [`activities.field_${id}`, ...choices.map((choice) => `activities.choice_${id}_${choice}`)])))
  expect(Object.keys(vi).filter((key) => /^activities\.(field|choice)_/.test(key) && !used.has(key))).toEqual([])
})
