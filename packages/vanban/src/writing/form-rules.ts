import data from './form-rules.json' with { type: 'json' }

/**
 * What a decree says about the look of a document, as data: every row with the limits that it sets, its article, and
 * what we print within them. Lengths in millimetres, type sizes and gaps in points, rules as shares of the text above.
 */
export interface FormRules {
  readonly decree: string
  /** First day on which documents follow it, ISO. */
  readonly from: string
  /** First day on which they no longer do; null while it is in force. */
  readonly until: string | null
  readonly texts: { readonly nationalTitle: string; readonly motto: string }
  readonly page: {
    readonly source: string
    readonly width: number
    readonly height: number
    readonly margins: { readonly top: Limits; readonly bottom: Limits; readonly left: Limits; readonly right: Limits }
  }
  readonly font: { readonly source: string; readonly family: string; readonly colour: string }
  readonly body: {
    readonly source: string
    readonly firstLineIndents: readonly number[]
    readonly firstLineIndent: number
    readonly paragraphGap: Limits
    /** 1 is single. */
    readonly lineSpacing: Limits
    readonly size: number
  }
  /** Between the number and the “V/v” of a letter. */
  readonly abstractGap: Limits & { readonly source: string }
  /** National title, issuer in the smaller size, motto, date in the larger one. */
  readonly letterheadSizes: { readonly source: string; readonly pairs: readonly LetterheadSizes[] }
  readonly pageNumbers: PageNumbers & { readonly source: string }
  readonly components: Readonly<Record<ComponentId, ComponentRule>>
}

export interface Limits {
  readonly least: number
  /** null: no upper limit. */
  readonly most: number | null
  readonly ours: number
}

export interface PageNumbers {
  /** Number of the first page, shown on it or not. */
  readonly from: number
  readonly place: 'top' | 'bottom'
  readonly firstPage: boolean
  /** Every appendix counts its own pages. */
  readonly eachAppendix: boolean
}

export interface LetterheadSizes {
  readonly small: number
  readonly large: number
}

export interface ComponentRule {
  readonly name: string
  readonly source: string
  readonly size: { readonly least: number; readonly most: number }
  /** The size that we print: fixed, of the letterhead's pair, or that of the body. */
  readonly ours: number | 'small' | 'large' | 'body'
  readonly bold: boolean
  readonly italic: boolean
  /** In capitals throughout. */
  readonly upper: boolean
  readonly align: 'left' | 'centre' | 'justify'
  /** Of the line drawn below, as a share of the longest line of text. */
  readonly rule?: Limits
}

export type ComponentId = keyof (typeof data.ruleSets)[number]['components']

/** The rule sets that ship, the oldest first. A new decree is a new entry in `form-rules.json`. */
export const FORM_RULES = data.ruleSets as unknown as readonly FormRules[]

/**
 * The rules for a document of a day. One without a whole day follows the newest rules, one older than all rules the
 * oldest.
 *
 * @throws when there are no rules at all
 */
export function rulesOn(day: string | null, sets: readonly FormRules[] = FORM_RULES): FormRules {
  const whole = day !== null && day.length === 10
  const inForce = whole ? sets.find((rules) => rules.from <= day && (rules.until === null || day < rules.until)) : sets.at(-1)
  const found = inForce ?? sets[0]
  if (found === undefined) throw new Error('no rules of form given')
  return found
}
