import type { DocumentModel } from '@songhanh/vanban/model'
import { dayOf } from '#platform/clock.ts'
import type { ReportDocument } from '../document-store.ts'
import type { Body } from '../model/body.ts'
import { reportDocument } from '../model/print.ts'
import type { RoundRow } from '../round-store.ts'
import { namesOfPeople, parentNameOf, unitOn, type Tx } from '../store.ts'

interface ToPrint {
  readonly body: Body
  readonly signedBy: string | null
  readonly signedAt: Date | null
  /** Number and day, once it was issued. */
  readonly issued?: ReportDocument | undefined
}

/** A report of a unit as the official document that is printed. */
export async function printedReport(tx: Tx, unitId: string, round: RoundRow, { body, signedBy, signedAt, issued }: ToPrint): Promise<DocumentModel> {
  const unit = await unitOn(tx, unitId, round.treeOn)
  const model = reportDocument({
    form: round.form,
    body,
    period: { label: round.periodLabel, to: round.periodTo },
    window: body.window,
    superior: round.unitName,
    unit: { ...unit, parentName: await parentNameOf(tx, unitId, round.treeOn) },
    signerName: (await namesOfPeople(tx, [signedBy])).get(signedBy ?? '') ?? null,
    signedOn: signedAt && dayOf(signedAt),
  })
  if (!issued) return model
  const [number, ...symbol] = issued.numberText.split('/')
  return { ...model, header: { ...model.header, number: number ?? null, symbol: symbol.join('/') || model.header.symbol, date: issued.issuedOn } }
}
