import type { PlainDate } from '#platform/clock.ts'
import type { HelpLine } from '../reference/help-lines.ts'

/** What somebody said otherwise: another number, a new one, or none any more (`phone` null). */
export type HelpLineWord = Omit<HelpLine, 'phone'> & { readonly phone: string | null }

/** The numbers of a province and the nation on a day, the nation's first; a word goes before the list. */
export function helpLinesOn(list: readonly HelpLine[], words: readonly HelpLineWord[], area: string | null, day: PlainDate): HelpLine[] {
  const holds = ({ from, until, area: of }: Pick<HelpLine, 'from' | 'until' | 'area'>) => (of === '00' || of === area) && (from === null || from <= day) && (until === null || day <= until)
  const spoken = words.filter(holds)
  const isSpokenOf = ({ key, area: of }: HelpLine) => spoken.some((word) => word.key === key && word.area === of)
  const said = spoken.flatMap((word): HelpLine[] => (word.phone === null ? [] : [{ ...word, phone: word.phone }]))
  const shown = [...list.filter((line) => holds(line) && !isSpokenOf(line)), ...said]
  const place = ({ key }: HelpLine) => {
    const at = list.findIndex((line) => line.key === key)
    return at < 0 ? list.length : at
  }
  return shown.sort((a, b) => place(a) - place(b))
}
