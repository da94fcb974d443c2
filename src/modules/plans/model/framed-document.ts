import type { DocumentModel } from '@songhanh/vanban/model'
import type { PlainDate } from './days.ts'
import type { PlanFrame } from './plan-frame.ts'
import type { PlanNode } from './plan-node.ts'
import type { UnitKind } from './roles.ts'
import { toDocument } from './to-document.ts'

export interface FramedPlan {
  readonly nodes: readonly PlanNode[]
  readonly frame: PlanFrame
  readonly year: number
  /** `symbol`: the unit's letters in document symbols; null makes a proposal of its name. */
  readonly unit: { readonly name: string; readonly kind: UnitKind | null; readonly parentName: string | null; readonly symbol: string | null }
  /** Null before the plan is numbered and dated. */
  readonly number: string | null
  readonly symbol: string | null
  readonly issuedOn: PlainDate | null
}

/** A plan inside its frame as the official document that is printed. */
export function framedDocument({ nodes, frame, year, unit, number, symbol, issuedOn }: FramedPlan): DocumentModel {
  const { header, ...body } = toDocument({
    nodes,
    year,
    bases: [],
    unit: {
      name: unit.name,
      // The Ministry writes as a Department does.
      kind: unit.kind ?? 'department',
      parentIssuer: unit.parentName,
      parentName: unit.parentName,
      place: frame.place,
      abbreviation: unit.symbol,
    },
    title: frame.docTitle,
    number,
    date: issuedOn,
    signer: frame.signer,
    recipients: frame.recipients,
  })
  return {
    ...body,
    header: { ...header, issuer: capitals(unit.name), parentIssuer: unit.parentName && capitals(unit.parentName), issuerName: unit.name, symbol: symbol ?? header.symbol },
    preamble: frame.preamble,
    lead: frame.lead,
    closing: frame.closing,
  }
}

/** The letterhead prints names in capitals. @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.2 */
function capitals(name: string): string {
  return name.toLocaleUpperCase('vi')
}
