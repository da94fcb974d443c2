import type { Cell } from './body.ts'

/** What was said to the checks of a report, by the check. */
export type CheckNotes = Readonly<Record<string, string>>

/** What was answered to the jump of a figure among the checks. */
export function jumpNote(key: string, notes: CheckNotes): string | null {
  const id = `jump:${key}`
  return Object.hasOwn(notes, id) ? notes[id]!.trim() || null : null
}

/** What was said to a figure: the answer to its jump, else its own note. */
export function noteOf(cell: Pick<Cell, 'key' | 'note'>, notes: CheckNotes): string | null {
  return jumpNote(cell.key, notes) ?? cell.note
}

/** A figure of a row, with the heading of its column. */
export interface Labelled {
  readonly label: string
  readonly note: string | null
}

/** The notes of a row in one cell of a sheet, a line for each figure that has one: `Nữ: có thêm bốn buổi`. A row of one figure needs no heading. */
export function writeRowNotes(figures: readonly Labelled[]): string {
  const said = figures.filter(({ note }) => note !== null)
  if (figures.length === 1) return said[0]?.note ?? ''
  return said.map(({ label, note }) => `${label}: ${note}`).join('\n')
}

/**
 * Takes the notes of a row apart again, one for each of its figures.
 *
 * A line that begins with no heading goes on with the line above it; the first one is said to the figure that `fallback`
 * names, since a person who writes in the free cell has the whole row before his eyes.
 */
export function readRowNotes(text: string, labels: readonly string[], fallback: number): (string | null)[] {
  const notes: (string | null)[] = labels.map(() => null)
  let at = fallback
  // Of two headings of which one begins with the other, the longer is meant.
  const byLength = labels.map((label, place) => ({ label: label.toLocaleLowerCase('vi'), place })).sort((a, b) => b.label.length - a.label.length)
  for (const line of text.split('\n').map((one) => one.trim()).filter((one) => one !== '')) {
    const heading = labels.length > 1 ? byLength.find(({ label }) => line.toLocaleLowerCase('vi').startsWith(`${label}:`)) : undefined
    if (heading) at = heading.place
    const said = heading ? line.slice(heading.label.length + 1).trim() : line
    if (said !== '') notes[at] = notes[at] ? `${notes[at]}\n${said}` : said
  }
  return notes
}
