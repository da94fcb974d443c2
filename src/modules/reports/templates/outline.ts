import type { FiguresPart, FormSection, FormTable, TablePart, TextPart, ToldPart } from '../model/form.ts'

// How the forms are written down.

export const told = (key: string, ...kinds: string[]): ToldPart => ({ kind: 'told', key, kinds })
export const ask = (key: string, words: string): TextPart => ({ kind: 'text', key, ask: words, required: true })
export const mayTell = (key: string, words: string): TextPart => ({ kind: 'text', key, ask: words, required: false })
export const figures = (key: string, ...codes: string[]): FiguresPart => ({ kind: 'figures', key, codes })
export const appendix = (table: FormTable): TablePart => ({ kind: 'table', key: table.code.toLowerCase(), table })

export function section(key: string, title: string, parts: FormSection['parts'], sections: readonly FormSection[] = []): FormSection {
  return { key, title, parts, ...(sections.length > 0 ? { sections } : {}) }
}
