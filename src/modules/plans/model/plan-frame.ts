/** What surrounds the body of a plan as a document. */
export interface PlanFrame {
  /** The abstract (trích yếu). */
  readonly docTitle: string
  /** The clauses “Căn cứ …”, in order, without the punctuation at their end. */
  readonly preamble: readonly string[]
  /** The sentence that introduces the body. */
  readonly lead: string | null
  readonly closing: string | null
  readonly recipients: readonly string[]
  readonly signer: { readonly authority: string | null; readonly position: string | null; readonly name: string | null }
  /** Place name before the date. */
  readonly place: string | null
}
