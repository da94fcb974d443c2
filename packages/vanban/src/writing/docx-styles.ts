import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import type { Form } from './form.ts'

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

export function documentStyles(form: Form): IStylesOptions {
  const { body, basis } = form.styles
  const spacing = { before: 0, after: twips(form.paragraphGap), line: twips(form.linePitch), lineRule: LineRuleType.EXACT }
  const paragraph = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: lengthTwips(form.firstLineIndent) }, spacing }
  const heading = {
    run: { bold: true, size: halfPoints(body.size), font: form.font, color: form.colour },
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
          font: { ascii: form.font, hAnsi: form.font, eastAsia: form.font, cs: form.font },
          size: halfPoints(body.size),
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
    paragraphStyles: [own(STYLE.body, 'Body Text'), own(STYLE.basis, 'Basis', { basedOn: STYLE.body, run: { bold: basis.bold, italics: basis.italic } })],
  }
}
