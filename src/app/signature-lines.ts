import { QUESTIONS, type Remark, type SignatureAnswers, type SignatureReport } from '@songhanh/vanban/signatures/answers'
import { formatInstant } from '#platform/i18n/day.ts'
import { sentence } from './sentences.ts'

const MARKS = { ok: '[ĐẠT]', bad: '[CÓ VẤN ĐỀ]', unknown: '[CHƯA RÕ]' } as const

/** A report as lines: each signer, then five questions with their answers. */
export function signatureLines({ signatures, problem }: SignatureReport): readonly string[] {
  const fault = problem === null ? [] : [word(`problem.${problem}`)]
  if (signatures.length === 0) return fault.length > 0 ? fault : [word('none')]
  return [...fault, ...signatures.flatMap(linesOf)]
}

function linesOf({ order, signer, answers }: SignatureAnswers): readonly string[] {
  const facts = [
    signer?.organ && word('organ', { organ: [...signer.units.toReversed(), signer.organ].join(', ') }),
    signer?.post && word('post', { post: signer.post }),
    signer?.taxCode && word('tax_code', { code: signer.taxCode }),
  ].filter((fact) => typeof fact === 'string' && fact !== '')
  return [
    `${order}. ${signer?.name ?? word('unknown_signer')}`,
    ...facts.map((fact) => `   ${fact}`),
    ...QUESTIONS.flatMap((question) => {
      const { state, remarks } = answers[question]
      return [`   ${word(`ask.${question}`)} ${MARKS[state]}`, ...remarks.map(({ code, params }) => `     ${word(`${question}.${code}`, shown(params))}`)]
    }),
  ]
}

function word(key: string, params: Remark['params'] = {}): string {
  return sentence(`documents.signature.${key}`, params) ?? key
}

/** Instants as people write them. */
function shown(params: Remark['params']): Remark['params'] {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? formatInstant(new Date(value)) : value]))
}
