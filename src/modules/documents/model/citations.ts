import { groupsOf, type Contradiction, type NamedForm } from '@songhanh/vanban/advice/contradictions'
import { atFirstStroke } from '@songhanh/vanban/advice/one-document'
import { referenceKey } from '@songhanh/vanban/advice/register'
import type { HeldReference } from '#core/citations/model/references.ts'
import { withoutMarks } from '#platform/i18n/search.ts'
import type { PlainDate } from '#platform/clock.ts'
import { foldNumber } from './number.ts'

export { ASPECTS } from '@songhanh/vanban/advice/contradictions'
export const CITATION_SHOWS = ['all', 'contradicted', 'ended', 'field'] as const
export type CitationShow = (typeof CITATION_SHOWS)[number]
export const CITATION_STANDINGS = ['unknown', 'ahead', 'in_force', 'ended', 'dropped'] as const
export type CitationStanding = (typeof CITATION_STANDINGS)[number]

/** How documents of the register name a document, and those that do so. */
export interface NamedIn {
  readonly docType: string
  readonly numberText: string
  readonly symbol: string
  readonly issuedOn: PlainDate | null
  readonly issuer: string | null
  readonly subject: string | null
  /** The letterhead of the document itself, or a citation of it. */
  readonly isItself: boolean
  /** In how many documents; one that was sent on counts once. */
  readonly times: number
  /** The first of them. */
  readonly documentIds: readonly string[]
}

export function formOf({ docType, numberText, symbol, issuedOn, issuer, subject, isItself, times }: NamedIn): NamedForm {
  return { type: docType, ...atFirstStroke(numberText, symbol), date: issuedOn, issuer, title: subject, witness: isItself ? 'itself' : 'cited', times: isItself ? 0 : times }
}

interface VariantOf {
  readonly value: string
  readonly citedIn: number
  readonly documentIds: readonly string[]
  readonly isItself: boolean
  readonly isRegistered: boolean
}

/** A document that is cited, or that the register of the field holds. */
export interface Entry {
  readonly key: string
  readonly type: string
  readonly number: string
  readonly symbol: string
  readonly date: string | null
  readonly issuer: string | null
  readonly title: string | null
  readonly citedIn: number
  readonly documentIds: readonly string[]
  readonly itselfId: string | null
  readonly standing: CitationStanding
  readonly reference: HeldReference | null
  readonly contradictions: readonly { readonly aspect: Contradiction['aspect']; readonly variants: readonly VariantOf[]; readonly likely: Contradiction['likely'] }[]
}

/** Everything that is cited or registered, contradicted ones first, then the most cited. */
export function entriesOf(references: readonly HeldReference[], named: readonly NamedIn[], today: PlainDate): Entry[] {
  const fromRegister = references.map(({ type, number, symbol, date, issuer, title, sure, dropped }): NamedForm => ({ type, number, symbol, date, issuer, title, witness: dropped ? 'cited' : sure, times: 0 }))
  const forms = [...fromRegister, ...named.map(formOf)]
  const sourcesOf = (at: number): NamedIn | undefined => named[at - references.length]
  return groupsOf(forms)
    .map(({ forms: members, contradictions }): Entry => {
      const reference = members.map((at) => references[at]).find((one) => one !== undefined) ?? null
      const sources = members.flatMap((at) => sourcesOf(at) ?? [])
      const itself = sources.find(({ isItself }) => isItself)
      const best = bestForm(forms, members, contradictions)
      const pick = (field: 'date' | 'issuer' | 'title') => best[field] ?? members.map((at) => forms[at]![field]).find((value) => value !== null) ?? null
      return {
        key: referenceKey(best.number, best.symbol),
        type: best.type,
        number: best.number,
        symbol: best.symbol,
        date: pick('date'),
        issuer: pick('issuer'),
        title: pick('title'),
        citedIn: timesOf(sources),
        documentIds: documentsOf(sources),
        itselfId: itself?.documentIds[0] ?? null,
        standing: standingOf(reference, today),
        reference,
        contradictions: contradictions.map(({ aspect, variants, likely }) => ({
          aspect,
          likely,
          variants: variants.map(({ value, forms: having }) => {
            const own = having.flatMap((at) => sourcesOf(at) ?? [])
            return { value, citedIn: timesOf(own), documentIds: documentsOf(own), isItself: own.some(({ isItself }) => isItself), isRegistered: having.some((at) => at < references.length) }
          }),
        })),
      }
    })
    .filter(({ reference, citedIn }) => reference !== null || citedIn > 0)
    .toSorted((a, b) => Number(b.contradictions.length > 0) - Number(a.contradictions.length > 0) || b.citedIn - a.citedIn)
}

/** The form whose number and symbol are likely right; of several the one that knows most. */
function bestForm(forms: readonly NamedForm[], members: readonly number[], contradictions: readonly Contradiction[]): NamedForm {
  const likely = contradictions.flatMap(({ aspect, variants, likely: right }) => (right !== null && (aspect === 'number' || aspect === 'symbol') ? [variants[right.variant]!.forms] : []))
  const standing = members.filter((at) => likely.every((right) => right.includes(at)))
  const candidates = (standing.length > 0 ? standing : members).map((at) => forms[at]!)
  const known = ({ witness, date, issuer, title }: NamedForm) => Number(witness === 'itself') * 8 + Number(witness !== 'cited') * 4 + [date, issuer, title].filter((value) => value !== null).length
  return candidates.toSorted((a, b) => known(b) - known(a) || b.times - a.times)[0]!
}

const timesOf = (sources: readonly NamedIn[]): number => sources.reduce((sum, { isItself, times }) => sum + (isItself ? 0 : times), 0)
const documentsOf = (sources: readonly NamedIn[]): readonly string[] => [...new Set(sources.filter(({ isItself }) => !isItself).flatMap(({ documentIds }) => documentIds))]

function standingOf(reference: HeldReference | null, today: PlainDate): CitationStanding {
  if (reference === null) return 'unknown'
  if (reference.dropped) return 'dropped'
  if (reference.until !== null && reference.until < today) return 'ended'
  return reference.from !== null && reference.from > today ? 'ahead' : 'in_force'
}

/** Whether an entry is looked for: all words in its name, title or issuer, with or without diacritics, or the beginning of its number. */
export function isSought(entry: Entry, query: string): boolean {
  const words = folded(query).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return true
  const number = foldNumber(query)
  if (/^\d/.test(number) && [entry.key, ...variantKeys(entry)].some((key) => key.startsWith(number))) return true
  const text = folded([entry.type, entry.number, entry.symbol, entry.issuer, entry.title, ...entry.contradictions.flatMap(({ variants }) => variants.map(({ value }) => value))].join(' '))
  return words.every((word) => text.includes(word))
}

/** The wrong number is looked for as well as the right one. */
const variantKeys = ({ contradictions, symbol }: Entry): readonly string[] =>
  contradictions.flatMap(({ aspect, variants }) => (aspect === 'number' ? variants.map(({ value }) => referenceKey(value, symbol)) : []))

const folded = (text: string): string => withoutMarks(text).toLowerCase()

export function isShown({ contradictions, standing, reference }: Entry, show: CitationShow): boolean {
  if (show === 'contradicted') return contradictions.length > 0
  if (show === 'ended') return standing === 'ended'
  return show === 'all' ? true : reference !== null
}
