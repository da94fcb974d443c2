/** How a document stands to a draft with which it is compared. */
export type Relation = 'own' | 'superior' | 'neighbour'

interface Facts {
  readonly origin: 'own' | 'received' | 'published' | 'sibling'
  /** Its unit is known in the tree, above the unit of the draft. */
  readonly fromSuperior: boolean
  /** The same type as the draft: a plan beside a plan. */
  readonly isSameType: boolean
  readonly issuer: string | null
}

/** Null for what came in from beside the unit and is of another type: there is nothing to compare. */
export function relationOf({ origin, fromSuperior, isSameType, issuer }: Facts): Relation | null {
  if (origin === 'own') return 'own'
  if (origin === 'published' || fromSuperior) return 'superior'
  // What was registered by hand names its issuer only: another school is beside, all else stands above.
  const isSchool = /^(?:trường|trung tâm)\b/iu.test(issuer ?? '')
  if (origin === 'received' && !isSchool) return 'superior'
  return isSameType ? 'neighbour' : null
}
