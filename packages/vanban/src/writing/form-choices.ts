import type { Header } from '../model.ts'
import { textWidth } from './font.ts'
import { cased, formOf, millimetres, type FormChoices, type TextStyle } from './form.ts'
import { rulesOn, type FormRules } from './form-rules.ts'
import { faceOf, issuerRoom, letterheadStyles } from './letterhead.ts'

/** A choice that the decree does not allow; the message says which and what is allowed, for the user to read. */
export class FormChoiceError extends Error {
  readonly sentences: readonly string[]
  constructor(sentences: readonly string[]) {
    super(sentences.join(' '))
    this.name = 'FormChoiceError'
    this.sentences = sentences
  }
}

/** Why the choices of a unit cannot be printed, a sentence each; none when they can. */
export function refusedChoices(choices: FormChoices, header: Header, rules: FormRules = rulesOn(header.date)): readonly string[] {
  return [...refusedSizes(choices, rules), ...refusedLines(choices, header, rules)]
}

function refusedSizes({ bodySize, letterheadSize }: FormChoices, rules: FormRules): readonly string[] {
  const { least, most } = rules.components.body.size
  const sizes = rules.letterheadSizes.pairs.map((pair) => pair.small)
  return [
    ...(bodySize !== undefined && !(bodySize >= least && bodySize <= most)
      ? [`Cỡ chữ nội dung ${bodySize} không đúng quy định: phải từ ${least} đến ${most} (${rules.components.body.source}).`]
      : []),
    ...(letterheadSize !== undefined && !sizes.includes(letterheadSize)
      ? [`Cỡ chữ Quốc hiệu và tên cơ quan ${letterheadSize} không đúng quy định: chỉ có thể là ${sizes.toSorted((a, b) => a - b).join(' hoặc ')} (${rules.letterheadSizes.source}).`]
      : []),
  ]
}

function refusedLines(choices: FormChoices, header: Header, rules: FormRules): readonly string[] {
  const form = formOf(rules)
  const pairs = form.letterheadSizes.filter((pair) => choices.letterheadSize === undefined || pair.small === choices.letterheadSize)
  const fits = (line: string, id: 'parent' | 'issuer'): boolean =>
    pairs.some((pair) => lineWidth(line, letterheadStyles(form, pair)[id]) <= issuerRoom(header, form, pair))
  const check = (id: 'parent' | 'issuer', lines: readonly string[] | undefined, name: string | null): readonly string[] => {
    if (lines === undefined) return []
    const called = rules.components[id].name.toLocaleLowerCase('vi')
    return [
      ...(lines.some((line) => line.trim() === '') ? [`Các dòng ${called} không được để trống.`] : []),
      ...lines.filter((line) => !fits(line, id)).map((line) => `Dòng “${line}” dài quá phần dành cho ${called}: hãy ngắt thành nhiều dòng hơn.`),
      ...(same(lines.join(' '), name ?? '') ? [] : [`Các dòng ${called} phải ghi đủ “${name ?? ''}” (${rules.components[id].source}).`]),
    ]
  }
  return [...check('parent', choices.parentLines, header.parentIssuer), ...check('issuer', choices.issuerLines, header.issuer)]
}

function lineWidth(line: string, style: TextStyle): number {
  return millimetres(textWidth(cased(line, style), faceOf(style), style.size))
}

function same(one: string, other: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('vi')
  return plain(one) === plain(other)
}
