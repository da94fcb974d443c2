import type { Translator } from '#platform/i18n/translator.ts'
import { formatInstant } from '#platform/i18n/day.ts'
import type { Tone } from '#platform/web/tag.tsx'
import type { SignatureAnswers } from '../model/signatures.ts'

type Answer = SignatureAnswers['answers'][keyof SignatureAnswers['answers']]

export const TONES = { ok: 'ok', bad: 'bad', unknown: 'warn' } as const satisfies Record<Answer['state'], Tone>

/** The sentence of a remark; instants as people write them. */
export function remarkSentence(words: Translator, question: string, { code, params }: Answer['remarks'][number]): string {
  const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? formatInstant(new Date(value)) : value]))
  return words.find(`documents.signature.${question}.${code}`, shown) ?? code
}
