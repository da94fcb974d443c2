import type { DocumentModel } from '../model.ts'
import { checkBasisOrder } from './basis-order.ts'
import { checkCapitals } from './capitals.ts'
import { checkConsistency } from './consistency.ts'
import type { NamedForm } from './contradictions.ts'
import { checkAgainstOthers } from './elsewhere.ts'
import { checkEnding } from './ending.ts'
import { checkAgainstRegister, type RegisteredDocument } from './register.ts'
import { checkSpelling } from './spelling.ts'
import { checkStereotypes } from './stereotypes.ts'
import { checkAgainstSuperior, type Superior } from './superior.ts'
import { checkSymbolType } from './symbol-type.ts'
import { checkVague } from './vague.ts'
import { checkWeekdays } from './weekdays.ts'
import { checkWrongYear } from './wrong-year.ts'
import { draftOf, type Advice } from './text.ts'

/** What the advisers know beside the document. */
export interface Knowledge {
  /** Laws, decrees and programmes of the field with their status. */
  readonly register?: readonly RegisteredDocument[]
  /** How other documents that the writer may see name the documents that they cite, and those themselves. */
  readonly elsewhere?: readonly NamedForm[]
  /** What this document carries out. */
  readonly superior?: Superior
}

/**
 * What an editor of the field would say to the writer of a document, beside the faults that `checkDocument` finds: words,
 * capitals, weekdays, order and state of the bases, one-sided wording, what cannot be measured. Each with its place and,
 * where it can be told, what to write instead: `quote` → `proposal`.
 */
export function adviseOn(model: DocumentModel, knowledge: Knowledge = {}): readonly Advice[] {
  const draft = draftOf(model)
  return [
    ...checkAgainstRegister(draft, knowledge.register ?? []),
    ...checkAgainstOthers(draft, knowledge.elsewhere ?? []),
    ...(knowledge.superior ? checkAgainstSuperior(draft, knowledge.superior) : []),
    ...checkWrongYear(draft),
    ...checkWeekdays(draft),
    ...checkSymbolType(draft),
    ...checkBasisOrder(draft),
    ...checkStereotypes(draft),
    ...checkSpelling(draft),
    ...checkCapitals(draft),
    ...checkVague(draft),
    ...checkConsistency(draft),
    ...checkEnding(draft),
  ]
}
