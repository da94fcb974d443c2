import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { AppError } from '#platform/errors.ts'
import type { Language } from '#platform/i18n/language.ts'
import type { Catalog, MessageParams } from '#platform/i18n/messages.ts'
import { createTranslator, type Translator } from '#platform/i18n/translator.ts'

const SOURCE = resolve(import.meta.dirname, '..')

/** The Vietnamese sentence of an expected failure, for the command line. */
export function sentenceOf(error: AppError): string {
  return sentence(`errors.${error.code}`, params(error)) ?? `${error.code} ${JSON.stringify(error.params)}`
}

/** The Vietnamese sentence of a key of any module; null when there is none. */
export function sentence(key: string, params: MessageParams = {}): string | null {
  return translatorOf('vi').find(key, params)
}

const translators = new Map<Language, Translator>()

/** The sentences of every module in a language. */
export function translatorOf(language: Language): Translator {
  const made = translators.get(language) ?? read(language)
  translators.set(language, made)
  return made
}

function read(language: Language): Translator {
  const made = createTranslator(language, compileMessage)
  const folders = ['core', 'modules'].flatMap((ring) => readdirSync(join(SOURCE, ring)).map((name) => join(SOURCE, ring, name)))
  for (const folder of [join(SOURCE, 'platform/web'), ...folders]) {
    const file = join(folder, `i18n/${language}.json`)
    if (existsSync(file)) made.load(JSON.parse(readFileSync(file, 'utf8')) as Catalog)
  }
  return made
}

function params({ params }: AppError): MessageParams {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]))
}
