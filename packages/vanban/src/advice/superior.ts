import type { DocumentModel } from '../model.ts'
import { asPrinted } from '../checking/printed-date.ts'
import { fold } from '../vietnamese.ts'
import type { Advice, Draft } from './text.ts'

/** The superior's document that this one carries out. */
export interface Superior {
  /** As one names it: “Kế hoạch số 901/KH-SGDĐT”. */
  readonly name: string
  readonly observances: DocumentModel['observances']
}

/** The same event on another day than the superior has it. */
export function checkAgainstSuperior({ model, paragraphs }: Draft, superior: Superior): readonly Advice[] {
  return model.observances.flatMap(({ name, date }) => {
    const days = superior.observances.filter((observance) => fold(observance.name) === fold(name))
    if (days.length === 0 || days.some((day) => overlap(yearless(day.date), yearless(date)))) return []
    const place = paragraphs.find(({ text }) => text.includes(name))?.place
    return [{ code: 'date-differs-from-superior', severity: 'warning', quote: name, note: `${superior.name} ghi ${asPrinted(yearless(days[0]!.date))}; ở đây ghi ${asPrinted(yearless(date))}.`, ...(place ? { place } : {}) }]
  })
}

const yearless = (date: string): string => date.replace(/\b\d{4}-|--/g, '')

/** `11-15/12-15`, `11-25`, `06` (a whole month) as first and last day. */
function overlap(left: string, right: string): boolean {
  const [a, b] = [left, right].map((date): readonly [string, string] => {
    const [first = '', last = first] = date.split('/')
    return [first.length === 2 ? `${first}-01` : first, last.length === 2 ? `${last}-31` : last]
  }) as [readonly [string, string], readonly [string, string]]
  return a[0] <= b[1] && b[0] <= a[1]
}
