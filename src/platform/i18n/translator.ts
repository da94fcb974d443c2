import { type I18n, setupI18n } from '@lingui/core'
import type { CompiledMessage } from '@lingui/message-utils/compileMessage'
import type { Language } from './language.ts'
import type { Catalog, MessageParams, Words } from './messages.ts'

/** A catalog whose messages are parsed already; the web build makes them so. */
export type CompiledCatalog = Readonly<Record<string, CompiledMessage>>

export interface Translator {
  readonly language: Language
  /** Adds messages; a key that is already there is replaced. */
  load(catalog: Catalog | CompiledCatalog): void
  /** The sentence of a label, filled in; the key itself when nobody has loaded it. */
  t(words: Words, params?: MessageParams): string
  /** The sentence of a key made at run time, such as `errors.<code>`; null when there is none. */
  find(key: string, params?: MessageParams): string | null
}

/**
 * A translator into one language: of a request, a mail, or the browser.
 *
 * @param compile  reads ICU text; leave it out where catalogs come compiled
 */
export function createTranslator(language: Language, compile?: Parameters<I18n['setMessagesCompiler']>[0]): Translator {
  const i18n = setupI18n({ locale: language, messages: { [language]: {} } })
  if (compile) i18n.setMessagesCompiler(compile)
  return {
    language,
    load: (catalog) => i18n.load(language, { ...catalog }),
    t: (words, params) => (typeof words === 'string' ? i18n._(words, params) : i18n._(words[0], words[1])),
    find: (key, params) => (key in i18n.messages ? i18n._(key, params) : null),
  }
}
