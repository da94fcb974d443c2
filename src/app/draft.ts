import type { DocumentModel } from '@songhanh/vanban/model'
import { nationalObservanceDays } from '#modules/calendar/public.ts'
import { coverage, type Coverage } from '#modules/plans/model/coverage.ts'
import { defaultFrame } from '#modules/plans/model/default-frame.ts'
import { yearOfDirective } from '#modules/plans/model/directive.ts'
import { draftPlan } from '#modules/plans/model/draft-plan.ts'
import { framedDocument } from '#modules/plans/model/framed-document.ts'
import type { UnitKind } from '#modules/plans/model/roles.ts'
import { superiorPoints } from '#modules/plans/model/superior-points.ts'
import { withoutTaskTable } from '#modules/plans/model/to-document.ts'
import { templates } from '#modules/plans/templates/all.ts'
import { Refusal } from '#platform/cli/command.ts'

export interface DraftWanted {
  readonly kind: UnitKind
  readonly unitName: string
  /** Null takes the year that the superior's plan names. */
  readonly year: number | null
  readonly thisYear: number
  readonly newId: () => string
}

export interface Draft {
  readonly year: number
  readonly document: DocumentModel
  /** How the draft answers the superior's points. */
  readonly matrix: Coverage
}

/**
 * A unit's plan drafted from its superior's plan, without a database.
 * @throws Refusal when the superior's document asks nothing of its subordinates
 */
export function draftFrom(superior: DocumentModel, { kind, unitName, year: wantedYear, thisYear, newId }: DraftWanted): Draft {
  const { header } = superior
  const points = superiorPoints(withoutTaskTable(superior), kind)
  if (points.length === 0) throw new Refusal('Không thấy nhiệm vụ nào cho cấp dưới trong văn bản này, nên không dựng được kế hoạch từ nó. Xem “npx songhanh read FILE” để biết đã đọc được gì.')
  const title = header.title ?? ''
  const year = wantedYear ?? yearOfDirective(title, header.date, thisYear)
  const parentName = header.issuerName ?? header.issuer
  const nodes = draftPlan({ from: 'superior', year, unit: { name: unitName, kind, parentName }, template: templates[kind], points, observances: nationalObservanceDays(year), newId })
  const frame = defaultFrame({ name: unitName, kind, parentName, place: null }, year, {
    numberText: header.number && header.symbol ? `${header.number}/${header.symbol}` : null,
    // Of a day with blanks nothing can be cited.
    issuedOn: header.date?.length === 10 ? header.date : null,
    issuer: parentName ?? 'cấp trên',
    title,
  })
  const document = framedDocument({ nodes, frame, year, unit: { name: unitName, kind, parentName, symbol: null }, symbol: null, number: null, issuedOn: null })
  return { year, document, matrix: coverage(points, nodes) }
}
