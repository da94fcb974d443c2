/** A unit at or above another one in the tree of a day. */
export interface Standing {
  readonly ancestorId: string
  readonly line: 'administrative' | 'professional'
  /** 0 for the unit itself. */
  readonly depth: number
}
