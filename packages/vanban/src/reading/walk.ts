import type { Item, Section, TableItem, TextItem } from '../model.ts'

export const isTable = (item: Item): item is TableItem => 'table' in item

/** A piece of text of the body and where it stands. */
export interface Passage {
  readonly text: string
  readonly section: Section
  /** Headings around it, the outermost first, that of `section` last. */
  readonly path: readonly Section[]
  /** Bullets around it, the outermost first. */
  readonly parents: readonly TextItem[]
  /** It is the heading of `section`, or a sentence that introduces its items. */
  readonly role: 'heading' | 'leadIn' | 'item' | 'cell'
}

function* passagesOfItem(item: TextItem, section: Section, path: readonly Section[], parents: readonly TextItem[]): Generator<Passage> {
  yield { text: item.text, section, path, parents, role: 'item' }
  for (const child of item.items) yield* passagesOfItem(child, section, path, [...parents, item])
}

/** The title is nothing but the first words of the only item. */
function opensOwnItem(section: Section): boolean {
  const [item] = section.items
  return section.runIn === true && item !== undefined && !isTable(item) && item.text.startsWith(section.title)
}

/** Every piece of text of the sections in reading order. */
export function* passages(sections: readonly Section[], above: readonly Section[] = []): Generator<Passage> {
  for (const section of sections) {
    const path = [...above, section]
    if (!opensOwnItem(section)) yield { text: section.title, section, path, parents: [], role: 'heading' }
    for (const text of section.leadIns ?? []) yield { text, section, path, parents: [], role: 'leadIn' }
    for (const item of section.items) {
      if (!isTable(item)) yield* passagesOfItem(item, section, path, [])
      else for (const row of [...item.table.head, ...item.table.rows]) for (const cell of row) if (cell !== '') yield { text: cell, section, path, parents: [], role: 'cell' }
    }
    yield* passages(section.children, path)
  }
}

/** Sections of the whole tree in reading order, each with those around it. */
export function* allSections(sections: readonly Section[], above: readonly Section[] = []): Generator<{ readonly section: Section; readonly path: readonly Section[] }> {
  for (const section of sections) {
    const path = [...above, section]
    yield { section, path }
    yield* allSections(section.children, path)
  }
}

/** Direct content units of a section as a reader counts them: a table counts its rows. */
export function countItems(section: Section): number {
  return section.items.reduce((sum, item) => sum + (isTable(item) ? countRows(item) : 1), 0)
}

/** Rows of the body of a table; those that only group the others (one filled cell) do not count. */
function countRows({ table }: TableItem): number {
  const columns = Math.max(0, ...table.rows.map((row) => row.length))
  return table.rows.filter((row) => columns < 2 || row.filter((cell) => cell !== '').length > 1).length
}

/** No sentence is this long: what has no full stop for so many letters is cut, so that reading stays linear. */
const LONGEST_SENTENCE = 3000

function pieces(text: string): readonly string[] {
  if (text.length <= LONGEST_SENTENCE) return [text]
  const space = text.lastIndexOf(' ', LONGEST_SENTENCE)
  const cut = space > 0 ? space : LONGEST_SENTENCE
  return [text.slice(0, cut), ...pieces(text.slice(cut).trim())]
}

/** A text as its sentences; a full stop in an abbreviation or a number ends none. */
export function sentences(text: string): readonly string[] {
  return text
    .split(/(?<=[\p{Ll}\d)”"%][.!?…]["”)]?)\s+(?=[\p{Lu}“"(])/u)
    .flatMap((sentence) => pieces(sentence.trim()))
    .filter((sentence) => sentence !== '')
}
