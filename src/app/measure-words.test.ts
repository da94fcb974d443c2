import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { measureKey, readMeasureText } from '#core/facts/model/measure-text.ts'
import { core } from '#core/index.ts'
import { CATALOGUE } from '#modules/indicators/reference/catalogue.ts'
import { fieldsOf } from '#core/records/model/kind.ts'
import { KINDS } from '#modules/activities/kinds/all.ts'
import { modules } from '#modules/index.ts'
import { LANGUAGES } from '#platform/i18n/language.ts'

const wordsOf = (folder: string, language: string) => JSON.parse(readFileSync(join(folder, 'i18n', `${language}.json`), 'utf8')) as Readonly<Record<string, string>>

test.each(LANGUAGES)('every measure that a module declares has a name among its words in %s', (language) => {
  const counting = [...core, ...modules].filter(({ facts }) => facts)
  expect(counting.length).toBeGreaterThan(4)
  const nameless = counting.flatMap(({ folder, facts }) => {
    const words = wordsOf(folder, language)
    return facts!.measures.map(({ code }) => measureKey(code)).filter((key) => !words[key])
  })
  expect(nameless).toEqual([])
})

test.each(LANGUAGES)('every break-down that a formula of the catalogue asks for has a name in %s', (language) => {
  const words = wordsOf(core.find(({ name }) => name === 'facts')!.folder, language)
  const written = CATALOGUE.flatMap(({ formula }) => formula?.match(/[a-z_]+\.[a-z_]+\[[^\]]*\]/g) ?? [])
  const values = written.flatMap((text) => readMeasureText(text).filters).filter(({ name }) => name !== 'until').flatMap((filter) => filter.values)
  expect(values.length).toBeGreaterThan(10)
  expect(values.filter((value) => !words[`facts.value_${value}`])).toEqual([])
})

test.each(LANGUAGES)('every break-down that a kind of activity counts by has a name in %s', (language) => {
  const words = wordsOf(core.find(({ name }) => name === 'facts')!.folder, language)
  const choices = [...KINDS.values()].flatMap((kind) => fieldsOf(kind).find(({ id }) => id === kind.detail)?.choices ?? [])
  expect(choices.length).toBeGreaterThan(50)
  expect([...new Set(choices)].filter((choice) => !words[`facts.value_${choice}`])).toEqual([])
})
