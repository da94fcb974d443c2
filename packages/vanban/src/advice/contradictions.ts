import { isOneDocument, isSameIssuer, numberKey, SAME_TITLE, shared, symbolKey, type NamedDocument } from './one-document.ts'

export const ASPECTS = ['number', 'symbol', 'date', 'issuer', 'title'] as const
export type Aspect = (typeof ASPECTS)[number]

/** Who says so: the document itself, a register of the field and how sure it is, or somebody who cites it. */
export type Witness = 'itself' | 'verified' | 'seen' | 'recalled' | 'cited'

/** A document as it is named in some places. */
export interface NamedForm extends NamedDocument {
  readonly witness: Witness
  /** In how many documents. */
  readonly times: number
}

/** One of several values that are told of the same document. */
export interface Variant {
  /** As it is written in the first of the forms. */
  readonly value: string
  /** Of the forms, which have it. */
  readonly forms: readonly number[]
}

/** The same document under two numbers, symbols, dates, issuers or titles. */
export interface Contradiction {
  readonly aspect: Aspect
  readonly variants: readonly Variant[]
  /** Which of the variants is likely right, and why; null when nothing tells. */
  readonly likely: { readonly variant: number; readonly because: 'itself' | 'register' | 'more' } | null
}

/** Forms that mean one document, and where they contradict each other. */
export interface NamedGroup {
  readonly forms: readonly number[]
  readonly contradictions: readonly Contradiction[]
}

/** Beyond this many forms under one number or day, each is compared with the first ones alone. */
const MOST_COMPARED = 60

/**
 * Groups what means one document, over all that is said of documents anywhere, and tells where it contradicts itself.
 * The order of the groups is that of their first forms.
 */
export function groupsOf(forms: readonly NamedForm[]): readonly NamedGroup[] {
  const parents = forms.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parents[root] !== root) root = parents[root]!
    parents[at] = root
    return root
  }
  for (const bucket of buckets(forms)) {
    for (const [at, one] of bucket.entries()) {
      for (const other of bucket.slice(0, Math.min(at, MOST_COMPARED))) {
        if (rootOf(one) !== rootOf(other) && isOneDocument(forms[one]!, forms[other]!)) parents[Math.max(rootOf(one), rootOf(other))] = Math.min(rootOf(one), rootOf(other))
      }
    }
  }
  const groups = new Map<number, number[]>()
  for (const at of forms.keys()) groups.set(rootOf(at), [...(groups.get(rootOf(at)) ?? []), at])
  return [...groups.values()].map((members) => ({ forms: members, contradictions: contradictionsOf(forms, members) }))
}

/** Only what has a number, or symbol and day, in common can be one document. */
function buckets(forms: readonly NamedForm[]): Iterable<readonly number[]> {
  const found = new Map<string, number[]>()
  const put = (key: string, at: number) => found.set(key, [...(found.get(key) ?? []), at])
  for (const [at, form] of forms.entries()) {
    put(`n ${numberKey(form.number)}`, at)
    if (form.date !== null) put(`s ${symbolKey(form.symbol)} ${form.date}`, at)
  }
  return found.values()
}

const VALUE_OF = {
  number: ({ number }) => number,
  symbol: ({ symbol }) => symbol,
  date: ({ date }) => date,
  issuer: ({ issuer }) => issuer,
  title: ({ title }) => title,
} as const satisfies Record<Aspect, (form: NamedForm) => string | null>

const IS_SAME = {
  number: (a, b) => numberKey(a) === numberKey(b),
  symbol: (a, b) => symbolKey(a) === symbolKey(b),
  date: (a, b) => a === b,
  issuer: isSameIssuer,
  title: (a, b) => shared(a, b) >= SAME_TITLE,
} as const satisfies Record<Aspect, (a: string, b: string) => boolean>

function contradictionsOf(forms: readonly NamedForm[], members: readonly number[]): readonly Contradiction[] {
  return ASPECTS.flatMap((aspect) => {
    const variants: { value: string; forms: number[] }[] = []
    for (const at of members) {
      const value = VALUE_OF[aspect](forms[at]!)
      if (value === null) continue
      const known = variants.find((variant) => IS_SAME[aspect](variant.value, value))
      if (known) known.forms.push(at)
      else variants.push({ value, forms: [at] })
    }
    return variants.length < 2 ? [] : [{ aspect, variants, likely: likelyOf(forms, variants) }]
  })
}

/** A register that is sure outweighs any number of copies: what one office mistyped, fifty schools copied. */
const WEIGHT = { itself: 1e9, verified: 1e8, seen: 1e6, recalled: 1e4, cited: 0 } as const satisfies Record<Witness, number>

function likelyOf(forms: readonly NamedForm[], variants: readonly Variant[]): Contradiction['likely'] {
  const weights = variants.map((variant) => {
    const best = Math.max(...variant.forms.map((at) => WEIGHT[forms[at]!.witness]))
    return best + variant.forms.reduce((sum, at) => sum + (forms[at]!.witness === 'cited' ? forms[at]!.times : 0), 0)
  })
  const most = Math.max(...weights)
  const variant = weights.indexOf(most)
  if (weights.filter((weight) => weight === most).length > 1) return null
  const because = most >= WEIGHT.itself ? 'itself' : most >= WEIGHT.recalled ? 'register' : 'more'
  return { variant, because }
}
