import { isDay, MOST_MONEY, wholeFaults } from '#core/records/model/check-values.ts'
import { type Audience, type Field, fieldsOf, type Kind, type Sex, SEXES } from '#core/records/model/kind.ts'
import { type GridCell, type GridRow, gridOf, headCountsOf, sumOf } from '#core/records/model/people-grid.ts'
import { COST_SOURCES, type FieldValue, type RecordState, type RecordValues } from '#core/records/model/record.ts'
import { formatDay, parseDay } from '#platform/i18n/day.ts'
import { parseNumber } from '#platform/i18n/number.ts'
import { foldVietnamese } from '#platform/i18n/search.ts'
import { say } from './words.ts'

export type Cell = string | number | boolean | null

/** A row of a sheet: what an activity is made of there. */
export interface SheetActivity {
  readonly id: string
  readonly revision: number
  readonly state: RecordState
  readonly values: RecordValues
}

/** What a cell means, or the code of what is wrong with it. */
export type Read = SheetActivity | { readonly fault: string }

/** One column of the sheet of a kind: how an activity is written into it, and what a typed cell makes of one. */
export interface SheetColumn {
  /** The part of an activity that it holds, as faults name it: `title`, `field.channel`, `people.pupils`. */
  readonly at: string
  readonly header: string
  readonly width: number
  readonly choices?: readonly string[]
  readonly isNumber?: boolean
  get(activity: SheetActivity): string | number | null
  set(activity: SheetActivity, cell: Cell): Read
}

const STATES = ['draft', 'recorded'] as const

/** The columns of a kind's sheet, made of its declaration alone. The first header tells kind and version. */
export function columnsOf(kind: Kind): SheetColumn[] {
  return [
    { at: 'id', header: `${say('activities.sheet_id')} [${kind.code}/${kind.version}]`, width: 38, get: ({ id }) => id || null, set: (activity, cell) => ({ ...activity, id: textOf(cell) ?? '' }) },
    numberColumn('revision', 'activities.sheet_revision', ({ revision }) => revision || null, (activity, revision) => ({ ...activity, revision: revision ?? 0 })),
    choiceColumn('state', 'activities.sheet_state', STATES.map((state) => [state, say(`records.state_${state}`)]), ({ state }) => state, (activity, state) => ({ ...activity, state: state === 'draft' ? 'draft' : 'recorded' })),
    dayColumn('onDay', say('activities.from_day'), ({ values }) => values.onDay || null, (activity, onDay) => changed(activity, { onDay: onDay ?? '' })),
    dayColumn('untilDay', say('activities.until_day'), ({ values }) => values.untilDay, (activity, untilDay) => changed(activity, { untilDay })),
    textColumn('title', 'activities.name', 300, 44, ({ values }) => values.title || null, (activity, title) => changed(activity, { title: title ?? '' })),
    textColumn('place', 'activities.place', 300, 24, ({ values }) => values.place, (activity, place) => changed(activity, { place })),
    ...fieldsOf(kind).map(fieldColumn),
    ...kind.audiences.flatMap((audience) => peopleColumns(kind, audience)),
    textColumn('result', 'activities.result', 4000, 50, ({ values }) => values.result, (activity, result) => changed(activity, { result })),
    numberColumn('cost', 'activities.cost', ({ values }) => values.cost, (activity, cost) => changed(activity, { cost })),
    choiceColumn('costSource', 'activities.cost_source', COST_SOURCES.map((source) => [source, say(`records.cost_${source}`)]), ({ values }) => values.costSource, (activity, source) =>
      changed(activity, { costSource: COST_SOURCES.find((one) => one === source) ?? null })),
  ]
}

function changed(activity: SheetActivity, change: Partial<RecordValues>): SheetActivity {
  return { ...activity, values: { ...activity.values, ...change } }
}

function textOf(cell: Cell): string | null {
  const text = cell === null ? '' : String(cell).normalize('NFC').trim()
  return text === '' ? null : text
}

function textColumn(at: string, label: string, most: number, width: number, get: SheetColumn['get'], put: (activity: SheetActivity, text: string | null) => SheetActivity): SheetColumn {
  return {
    at, header: say(label), width, get,
    set(activity, cell) {
      const text = textOf(cell)
      return (text?.length ?? 0) > most ? { fault: 'too_long' } : put(activity, text)
    },
  }
}

function numberColumn(at: string, label: string, get: SheetColumn['get'], put: (activity: SheetActivity, value: number | null) => SheetActivity): SheetColumn {
  return { at, header: say(label), width: 12, isNumber: true, get, set: (activity, cell) => readNumber(cell, (value) => put(activity, value)) }
}

/** Numbers as numbers, or as text that is one. */
function readNumber(cell: Cell, put: (value: number | null) => Read): Read {
  if (cell === null || cell === '') return put(null)
  const value = typeof cell === 'number' ? cell : typeof cell === 'string' ? parseNumber(cell) : null
  if (value === null) return { fault: 'not_number' }
  const fault = wholeFaults(value, '', MOST_MONEY)[0]
  return fault ? { fault: fault.code } : put(value)
}

function dayColumn(at: string, header: string, get: (activity: SheetActivity) => string | null, put: (activity: SheetActivity, day: string | null) => SheetActivity): SheetColumn {
  return {
    at, header, width: 13,
    get(activity) {
      const day = get(activity)
      return day === null ? null : formatDay(day)
    },
    set(activity, cell) {
      const text = textOf(cell)
      if (text === null) return put(activity, null)
      const day = typeof cell === 'string' && /\d{4}/.test(text) ? parseDay(text, 0) : null
      return day === null ? { fault: 'not_day' } : put(activity, day)
    },
  }
}

function choiceColumn(at: string, label: string, choices: readonly (readonly [string, string])[], get: (activity: SheetActivity) => string | null, put: (activity: SheetActivity, choice: string | null) => SheetActivity): SheetColumn {
  return {
    at, header: say(label), width: 22, choices: choices.map(([, text]) => text),
    get(activity) {
      const value = get(activity)
      return choices.find(([choice]) => choice === value)?.[1] ?? null
    },
    set(activity, cell) {
      const text = textOf(cell)
      if (text === null) return put(activity, null)
      const found = choices.find(([, word]) => foldVietnamese(word) === foldVietnamese(text))
      return found ? put(activity, found[0]) : { fault: 'not_choice' }
    },
  }
}

function fieldColumn(field: Field): SheetColumn {
  const { id, type, choices = [] } = field
  const [at, label] = [`field.${id}`, `activities.field_${id}`]
  const value = ({ values }: SheetActivity): FieldValue => values.fields[id] ?? null
  const put = (activity: SheetActivity, next: FieldValue): SheetActivity => changed(activity, { fields: { ...activity.values.fields, [id]: next } })
  const text = (activity: SheetActivity) => {
    const now = value(activity)
    return typeof now === 'string' ? now : null
  }
  switch (type) {
    case 'number':
    case 'money':
      return numberColumn(at, label, (activity) => (typeof value(activity) === 'number' ? (value(activity) as number) : null), put)
    case 'choice':
      return choiceColumn(at, label, choices.map((choice) => [choice, say(`activities.choice_${id}_${choice}`)]), text, put)
    case 'date':
      return dayColumn(at, say(label), (activity) => { const day = text(activity); return day !== null && isDay(day) ? day : null }, put)
    case 'list':
      return textColumn(at, label, 20_000, 40, (activity) => { const lines = value(activity); return Array.isArray(lines) ? lines.join('; ') : null }, (activity, typed) =>
        put(activity, typed === null ? null : typed.split(/[;\n]/).map((line) => line.trim()).filter(Boolean)))
    case 'person':
    case 'text':
      return textColumn(at, label, 2000, 28, text, put)
  }
}

/** Of each sex the total, what the kind asks beside it, and those whose sex nobody told. */
function peopleColumns(kind: Kind, audience: Audience): SheetColumn[] {
  const isRepeated = kind.counting === 'repeated'
  const asked: (readonly [keyof GridCell, string])[] = [
    ['contacts', isRepeated ? say('activities.sheet_contacts') : ''],
    ...(isRepeated ? ([['persons', say('activities.sheet_persons')]] as const) : []),
    ...(kind.ask.includes('ethnicity') ? ([['minorityContacts', say('activities.sheet_minority')]] as const) : []),
    ...(kind.ask.includes('ethnicity') && isRepeated ? ([['minorityPersons', say('activities.sheet_minority_persons')]] as const) : []),
  ]
  return SEXES.flatMap((sex) => asked.map(([of, word]) => peopleColumn(kind, audience, sex, of, word)))
}

function peopleColumn(kind: Kind, audience: Audience, sex: Sex, of: keyof GridCell, word: string): SheetColumn {
  const sexWord = say(`records.sex_${sex === 'F' ? 'female' : sex === 'M' ? 'male' : 'unknown'}`)
  const header = [`${say(`records.audience_${audience}`)} – ${sexWord}`, word].filter(Boolean).join(' ')
  const linesOf = ({ values }: SheetActivity): GridRow[] => gridOf(kind, values.headCounts).filter((row) => row.audience === audience)
  const get = (activity: SheetActivity) => sumOf(linesOf(activity).map(({ bySex }) => bySex[sex][of]))
  return {
    at: `people.${audience}`, header, width: 11, isNumber: true, get,
    set: (activity, cell) =>
      readNumber(cell, (value) => {
        if (value === get(activity)) return activity
        // The sheet has no columns for ages: what was counted by age is corrected on the screen.
        if (activity.values.headCounts.some((count) => count.audience === audience && count.ageGroup !== '')) return { fault: 'sheet_has_ages' }
        const own = linesOf(activity).map((row) => (row.ageGroup === '' ? { ...row, bySex: { ...row.bySex, [sex]: { ...row.bySex[sex], [of]: value } } } : row))
        const others = activity.values.headCounts.filter((count) => count.audience !== audience)
        return changed(activity, { headCounts: [...others, ...headCountsOf(own)] })
      }),
  }
}
