import type { Words } from '#platform/i18n/messages.ts'
import { useWords } from './words.ts'

/** The colour of a status; the word says it too. */
export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'returned' | 'mute'

export function Tag({ tone, label }: { tone: Tone; label: Words }) {
  const { t } = useWords()
  return <span className={`tag ${tone}`}>{t(label)}</span>
}
