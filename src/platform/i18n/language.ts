/** The languages of the interface; Vietnamese is the source of every message. */
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export const SOURCE_LANGUAGE: Language = 'vi'

/** How each language calls itself, in every interface language. */
export const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const satisfies Record<Language, string>

/** The locale whose customs numbers and weekdays follow. */
export const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<Language, string>

export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value)
}
