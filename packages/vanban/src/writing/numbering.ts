import type { Section } from '../model.ts'
import type { ComponentId } from './form-rules.ts'
import { letterOf, romanOf } from '../ordinals.ts'

/** How the heading of a section is set. */
export interface HeadingForm {
  /** With its point or bracket: “I.”, “1.”, “a)”, “Điều 1.”, “Phần I”; null for none. */
  readonly label: string | null
  /** A division has its label and its title on centred lines of their own. */
  readonly style: Extract<ComponentId, 'heading' | 'article' | 'titledClause' | 'clause' | 'point' | 'division'>
}

/**
 * The form of a heading from its label.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6 and V.6.b: “I.” in bold capitals; “1.” in bold where it has a
 * title; “a)” upright; “Phần”, “Chương”, “Mục” on a centred line with the title below it
 */
export function headingForm(label: string | null, title: string): HeadingForm {
  const printed = label === null ? null : printedLabel(label)
  if (label === null) return { label: null, style: 'titledClause' }
  if (isDivision(label)) return { label: printed, style: 'division' }
  if (/^[IVXLCDM]+\.?$|^[A-ZĐ]\.?$/u.test(label)) return { label: printed, style: 'heading' }
  if (/^\p{Ll}\d?\)?$/u.test(label)) return { label: printed, style: 'point' }
  if (!isTitle(title)) return { label: printed, style: 'clause' }
  return { label: printed, style: /^Điều\s/u.test(label) ? 'article' : 'titledClause' }
}

/** A label with the sign that follows it in print. */
export function printedLabel(label: string): string {
  if (isDivision(label) || /^Phụ lục/iu.test(label)) return label
  if (/^\p{Ll}\d?$/u.test(label)) return `${label})`
  return /[\p{L}\d]$/u.test(label) ? `${label}.` : label
}

/**
 * Gives every section without a label the one that the decree's grammar asks for: I, 1, a; in deeper trees I, 1, 1.1 …
 * with letters at the last level. Appendices become “Phụ lục”, or “Phụ lục I”, “Phụ lục II” when there are several.
 */
export function numberSections(sections: readonly Section[]): readonly Section[] {
  const body = sections.filter((section) => section.kind !== 'appendix')
  const appendices = sections.filter((section) => section.kind === 'appendix')
  const numberedBody = numberLevel(body, 1, depthOf(body), '')
  const numberedAppendices = appendices.map((appendix, index) => ({
    ...appendix,
    label: appendix.label ?? appendixLabel(index, appendices.length),
    children: numberLevel(appendix.children, 1, depthOf(appendix.children), ''),
  }))
  return [...numberedBody, ...numberedAppendices]
}

/** “Phụ lục” for the only appendix, else “Phụ lục I” … */
export function appendixLabel(index: number, count: number): string {
  return count === 1 ? 'Phụ lục' : `Phụ lục ${romanOf(index + 1)}`
}

function numberLevel(sections: readonly Section[], level: number, levels: number, prefix: string): readonly Section[] {
  return sections.map((section, index) => {
    const label = section.label ?? generatedLabel(index + 1, level, levels, prefix)
    const own = level === 1 ? '' : `${label}.`
    return { ...section, label, children: numberLevel(section.children, level + 1, levels, own) }
  })
}

function generatedLabel(position: number, level: number, levels: number, prefix: string): string {
  if (level === 1) return romanOf(position)
  return level >= 3 && level === levels ? letterOf(position) : `${prefix}${position}`
}

function depthOf(sections: readonly Section[]): number {
  return sections.length === 0 ? 0 : 1 + Math.max(...sections.map((section) => depthOf(section.children)))
}

function isDivision(label: string): boolean {
  return /^(Phần|Chương|Mục|Tiểu mục)\s/iu.test(label)
}

/** A clause that is a sentence, not a title, is not set in bold. */
function isTitle(title: string): boolean {
  return title.length <= 300 && !/[.;]$/u.test(title)
}
