import recordWords from '#core/records/i18n/vi.json' with { type: 'json' }
import activityWords from '../i18n/vi.json' with { type: 'json' }

const WORDS: Readonly<Record<string, string>> = { ...recordWords, ...activityWords }

/** Sheets speak Vietnamese: they are sent around. A kind without words is named by its key. */
export function say(key: string): string {
  return WORDS[key] ?? key
}
