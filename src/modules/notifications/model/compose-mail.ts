import type { PlainDate } from '#platform/clock.ts'
import { formatDay } from '#platform/i18n/day.ts'
import type { MessageParams } from '#platform/i18n/messages.ts'
import type { Translator } from '#platform/i18n/translator.ts'

export interface MessageToSend {
  readonly textKey: string
  readonly params: MessageParams
  readonly href: string
  readonly dueOn: PlainDate | null
  readonly unitName: string
}

const LONGEST_SUBJECT = 120

/** The mail about some messages to one person, in the person's language: subject and plain text, one link each. */
export function composeMail(words: Translator, to: { address: string; name: string }, messages: readonly MessageToSend[], publicUrl: string): { subject: string; body: string } {
  const sentence = ({ textKey, params }: MessageToSend) => words.find(textKey, params) ?? textKey
  const [first] = messages
  const subject = messages.length === 1 && first ? sentence(first) : words.t(['notifications.mail_subject', { n: messages.length, unit: first?.unitName ?? '' }])
  const blocks = messages.map((message) => {
    const due = message.dueOn ? ` ${words.t(['notifications.mail_due', { day: formatDay(message.dueOn) }])}` : ''
    return `- ${sentence(message)}${due}\n  ${publicUrl}${message.href}`
  })
  const body = [
    words.t(['notifications.mail_greeting', { address: to.address, name: to.name }]),
    ...blocks,
    `${words.t(['notifications.mail_foot', { unit: first?.unitName ?? '' }])}\n${publicUrl}/thong-bao`,
  ].join('\n\n')
  return { subject: `[Song Hành] ${shortened(subject)}`, body: `${body}\n` }
}

/** One line; a subject must not break into headers. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_SUBJECT ? `${line.slice(0, LONGEST_SUBJECT - 1)}…` : line
}
