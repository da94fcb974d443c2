import { basisClause, type PlanBasis } from './bases.ts'
import { closingOf, recipientsOf, signerOf } from './document-words.ts'
import type { PlanFrame } from './plan-frame.ts'
import type { UnitKind } from './roles.ts'

export interface FrameUnit {
  readonly name: string
  readonly kind: UnitKind | null
  readonly parentName: string | null
  readonly place: string | null
}

export interface FrameDirective {
  /** `45/KH-SGDĐT` */
  readonly numberText: string | null
  readonly issuedOn: string | null
  readonly issuer: string
  readonly title: string
}

/** The abstract of the yearly plan. */
export function titleOfPlan(year: number): string {
  return `Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm ${year}`
}

const LAW: PlanBasis = { relation: 'Căn cứ', type: 'Luật', number: null, symbol: null, date: '2006-11-29', issuer: null, subject: 'Luật Bình đẳng giới' }

/** What surrounds a new plan, to be mended by its writer. */
export function defaultFrame(unit: FrameUnit, year: number, directive: FrameDirective | null): PlanFrame {
  const title = titleOfPlan(year)
  const subject = title.charAt(0).toLowerCase() + title.slice(1)
  // The Ministry has no words of its own here; a Department's come nearest.
  const kind = unit.kind ?? 'department'
  return {
    docTitle: title,
    preamble: [LAW, ...(directive ? [basisOn(directive)] : [])].map(basisClause),
    lead: `${unit.name} xây dựng Kế hoạch ${subject} như sau:`,
    closing: closingOf(kind, unit.name, subject).replace(/\.\/\.$/u, ''),
    recipients: recipientsOf(kind, directive?.issuer ?? unit.parentName),
    signer: signerOf(kind),
    place: unit.place,
  }
}

function basisOn({ numberText, issuedOn, issuer, title }: FrameDirective): PlanBasis {
  const [number = null, ...rest] = numberText?.split('/') ?? []
  return { relation: 'Thực hiện', type: 'Kế hoạch', number: number || null, symbol: rest.join('/') || null, date: issuedOn, issuer, subject: title }
}
