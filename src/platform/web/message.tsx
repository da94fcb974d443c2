import type { ReactNode } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { useWords } from './words.ts'

/** A sentence whose `<strong>…</strong>` marks become elements; nothing else in it is markup. */
export function Message({ words }: { words: Words }): ReactNode {
  const { t } = useWords()
  return t(words)
    .split(/(<strong>.*?<\/strong>)/)
    .map((part, index) => (part.startsWith('<strong>') ? <strong key={index}>{part.slice(8, -9)}</strong> : part))
}
