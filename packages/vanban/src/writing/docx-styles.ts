import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import { FIRST_LINE_INDENT, LINE_PITCH, PARAGRAPH_GAP, SIZE } from './form.ts'

const FONT = 'Times New Roman'

/** Type size as Word counts it: half points. */
export function halfPoints(size: number): number {
  return Math.round(size * 2)
}

/** Points as Word counts them: twentieths. */
export function twips(size: number): number {
  return Math.round(size * 20)
}

/** Millimetres in twentieths of a point. */
export function lengthTwips(length: number): number {
  return Math.round((length * 1440) / 25.4)
}

export const STYLE = { body: 'BodyText', basis: 'Basis', plain: 'Normal' } as const

export function documentStyles(): IStylesOptions {
  const spacing = { before: 0, after: twips(PARAGRAPH_GAP), line: twips(LINE_PITCH), lineRule: LineRuleType.EXACT }
  const paragraph = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: lengthTwips(FIRST_LINE_INDENT) }, spacing }
  const heading = {
    run: { bold: true, size: halfPoints(SIZE.body), font: FONT, color: '000000' },
    paragraph: { ...paragraph, keepNext: true },
    next: STYLE.body,
    quickFormat: true,
  }
  const own = (id: string, name: string, over: Partial<IParagraphStyleOptions> = {}): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: STYLE.plain,
    quickFormat: true,
    paragraph,
    ...over,
  })
  return {
    default: {
      document: {
        run: {
          font: { ascii: FONT, hAnsi: FONT, eastAsia: FONT, cs: FONT },
          size: halfPoints(SIZE.body),
          language: { value: 'vi-VN', eastAsia: 'vi-VN' },
        },
      },
      heading1: heading,
      heading2: heading,
      heading3: heading,
      heading4: heading,
      heading5: heading,
      heading6: heading,
    },
    paragraphStyles: [own(STYLE.body, 'Body Text'), own(STYLE.basis, 'Basis', { basedOn: STYLE.body, run: { italics: true } })],
  }
}
