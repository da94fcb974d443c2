import type { PlainDate } from '#platform/clock.ts'

/** A report as it reads: what the records give, with what people wrote over it. Frozen as it is when it is submitted. */
export interface Body {
  readonly form: { readonly code: string; readonly version: number }
  readonly window: { readonly from: PlainDate; readonly to: PlainDate }
  readonly parts: readonly BodyPart[]
}

export type BodyPart = ToldBody | TextBody | GridBody

export interface ToldBody {
  readonly kind: 'told'
  readonly key: string
  readonly sentences: readonly Sentence[]
  /** Records of the part that have no evidence, and those that count more persons than contacts. */
  readonly doubtful: { readonly withoutEvidence: readonly Source[]; readonly morePersons: readonly Source[] }
}

export interface TextBody {
  readonly kind: 'text'
  readonly key: string
  readonly text: string | null
}

/** Indicators or a table of the appendix: cells in rows. */
export interface GridBody {
  readonly kind: 'figures' | 'table'
  readonly key: string
  readonly cells: readonly Cell[]
}

export interface Sentence {
  /** `<part>#<what it tells>` */
  readonly key: string
  /** Null when somebody left it out. */
  readonly text: string | null
  /** As the records give it; null when they give nothing any more. */
  readonly auto: string | null
  readonly isEdited: boolean
  /** The automatic words have changed since somebody edited them. */
  readonly isStale: boolean
  readonly sources: readonly Source[]
}

/** A record under a sentence. */
export interface Source {
  readonly table: string
  readonly id: string
  readonly label: string
  readonly onDay: PlainDate
}

export type CellState = 'value' | 'not_applicable' | 'no_data'

export interface Cell {
  /** `<part>/<row>/<column>`; of an indicator `<part>/<code>`. */
  readonly key: string
  /** What it counts, the same in every form. */
  readonly code: string
  /** Of an indicator: its name and unit as they were then; of a cell of a table null. */
  readonly name: string | null
  readonly unit: string | null
  readonly state: CellState
  readonly value: number | null
  /** The computed value under a figure that was entered by hand. */
  readonly computed: number | null
  readonly part: number | null
  readonly whole: number | null
  /** Expected at the end of the period. */
  readonly estimate: number | null
  readonly byHand: boolean
  readonly note: string | null
  /** The same figure one period earlier. */
  readonly previous: number | null
  readonly formulaVersion: number | null
  /** n of N units with data. */
  readonly known: number | null
  readonly units: number | null
  /** SHA-256 over what it was computed from; null without facts. */
  readonly sources: string | null
}

export function cellsOf(body: Body): Cell[] {
  return body.parts.flatMap((part) => (part.kind === 'figures' || part.kind === 'table' ? part.cells : []))
}

/** Everything that reads as words, each under the key of its part or sentence. */
export function wordsOf(body: Body): { readonly id: string; readonly text: string }[] {
  return body.parts.flatMap((part) => {
    if (part.kind === 'text') return part.text === null ? [] : [{ id: part.key, text: part.text }]
    return part.kind === 'told' ? part.sentences.flatMap(({ key, text }) => (text === null ? [] : [{ id: key, text }])) : []
  })
}
