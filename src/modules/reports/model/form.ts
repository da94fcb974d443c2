export const FORM_CODES = ['half_year', 'year', 'action_month', 'school_violence', 'ad_hoc'] as const
export type FormCode = (typeof FORM_CODES)[number]

/** What a superior asks for. Data: an open round keeps the form as it was when it was made. */
export interface Form {
  readonly code: FormCode
  /** Grows whenever a part is added, dropped or changes its meaning. */
  readonly version: number
  readonly title: string
  readonly sections: readonly FormSection[]
}

export interface FormSection {
  readonly key: string
  /** As printed, without its number. */
  readonly title: string
  readonly parts: readonly FormPart[]
  readonly sections?: readonly FormSection[]
}

export type FormPart = ToldPart | TextPart | FiguresPart | TablePart

/** Sentences made of the unit's own records of these kinds. */
export interface ToldPart {
  readonly kind: 'told'
  readonly key: string
  readonly kinds: readonly string[]
}

/** To be written by a person. The same key in another form asks for the same text. */
export interface TextPart {
  readonly kind: 'text'
  readonly key: string
  readonly ask: string
  readonly required: boolean
}

/** Indicators with their value, numerator and denominator. */
export interface FiguresPart {
  readonly kind: 'figures'
  readonly key: string
  readonly codes: readonly string[]
}

/** A table of the appendix, by its code. */
export interface TablePart {
  readonly kind: 'table'
  readonly key: string
  readonly table: FormTable
}

export interface FormTable {
  /** `B8` */
  readonly code: string
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
}

export interface TableColumn {
  readonly key: string
  readonly label: string
  readonly filter?: Filter
  /** Share of one column in another, per cent; computed, never asked. */
  readonly share?: { readonly part: string; readonly whole: string }
}

export interface TableRow {
  readonly key: string
  readonly label: string
  /** What is counted; null is entered by hand. */
  readonly measure: string | null
  readonly filter?: Filter
  /** Rows that must add up to this one. */
  readonly sumOf?: readonly string[]
  /** Columns that the row has; all when not given. */
  readonly only?: readonly string[]
}

/** Facts that count: of every dimension named, one of the values. */
export interface Filter {
  readonly sex?: readonly string[]
  readonly ageGroup?: readonly string[]
  readonly ethnicity?: readonly string[]
  readonly audience?: readonly string[]
  readonly detail?: readonly string[]
}

/** A section with its number as it is printed: “1”, “3.2”. */
export interface NumberedSection {
  readonly number: string
  readonly depth: number
  readonly section: FormSection
}

/** Every section in reading order, numbered. */
export function sectionsOf(sections: readonly FormSection[], above = ''): NumberedSection[] {
  return sections.flatMap((section, at) => {
    const number = `${above}${at + 1}`
    return [{ number, depth: number.split('.').length, section }, ...sectionsOf(section.sections ?? [], `${number}.`)]
  })
}

export function partsOf(form: Form): FormPart[] {
  return sectionsOf(form.sections).flatMap(({ section }) => section.parts)
}

const DIMENSIONS = ['sex', 'ageGroup', 'ethnicity', 'audience', 'detail'] as const

/** What a cell counts, the same in every form: `communication.contacts[audience=pupils;sex=F]`; of hand entries the place. */
export function codeOfCell(table: string, row: TableRow, column: TableColumn): string {
  if (row.measure === null) return `${table}.${row.key}.${column.key}`
  const filter = joined(row.filter, column.filter)
  const named = DIMENSIONS.flatMap((name) => (filter[name] ? [`${name}=${[...filter[name]].sort().join('|')}`] : []))
  return named.length > 0 ? `${row.measure}[${named.join(';')}]` : row.measure
}

export function joined(a: Filter = {}, b: Filter = {}): Filter {
  return { ...a, ...b }
}

/** The cells of a table that are asked or computed from facts: shares are not among them. */
export function cellPlaces(part: TablePart): { readonly key: string; readonly code: string; readonly row: TableRow; readonly column: TableColumn }[] {
  const { table } = part
  return table.rows.flatMap((row) =>
    table.columns
      .filter((column) => !column.share && (row.only === undefined || row.only.includes(column.key)))
      .map((column) => ({ key: `${part.key}/${row.key}/${column.key}`, code: codeOfCell(table.code, row, column), row, column })),
  )
}

/** Every figure that a form asks for: the key of its place and what it counts. */
export function figurePlaces(form: Form): { readonly key: string; readonly code: string }[] {
  return partsOf(form).flatMap((part) => {
    if (part.kind === 'figures') return part.codes.map((code) => ({ key: `${part.key}/${code}`, code }))
    return part.kind === 'table' ? cellPlaces(part).map(({ key, code }) => ({ key, code })) : []
  })
}
