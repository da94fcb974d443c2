import type { Request } from '#core/access/request.ts'
import { ownerOf } from '#core/units/store.ts'
import { dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { addCaseKey, receiversOf, type CaseKey } from './case-key-store.ts'
import { chooseHolders } from './glass-store.ts'
import { bodiesOf, insertCase } from './intake-store.ts'
import type { Report } from './model/report.ts'
import { holdersAbove, type Route } from './model/routing.ts'
import { caseSeal, type CaseSeal } from './sealed-store.ts'
import { asIntake, type Tx } from './store.ts'
import type { Channel } from './tables.ts'

export interface CaseToOpen {
  readonly route: Route
  readonly aboutUnitId: string
  readonly channel: Channel
  readonly report: Report
  /** The key of what was told, made by the caller and forgotten with the transaction. */
  readonly toldKey: Buffer
}

export interface NewlyOpened {
  readonly caseId: string
  readonly owner: { readonly provinceId: string; readonly unitId: string }
  /** Seals files with the key of what was told; held for this transaction alone. */
  readonly told: CaseSeal
}

/** Seals a report into a new case, to the pairs of those whom it goes to; the program forgets the keys with the transaction. */
export async function openNewCase(tx: Tx, request: Pick<Request, 'now' | 'newId'>, { route, aboutUnitId, channel, report, toldKey }: CaseToOpen): Promise<NewlyOpened> {
  const { provinceId } = await ownerOf(untyped(tx), route.unitId)
  const owner = { provinceId, unitId: route.unitId }
  const above = holdersAbove(await bodiesOf(tx, route.unitId, dayOf(request.now)), report.hideFrom)
  const caseId = request.newId()
  const key: CaseKey = { id: request.newId(), kind: 'told', bytes: toldKey }
  const told = caseSeal(key.id, key.bytes, caseId)
  await asIntake(tx, async () => {
    await insertCase(tx, {
      row: { ...owner, id: caseId, aboutUnitId, year: Number(dayOf(request.now).slice(0, 4)), receivedAt: request.now, channel, report: told.json(report, 'report') },
      seats: route.handlers.map((accountId) => ({ ...owner, id: request.newId(), caseId, accountId, kind: 'handler', since: request.now, until: null })),
    })
    const receivers = await receiversOf(tx, route.handlers)
    const place = { ...owner, caseId }
    await chooseHolders(tx, place, await receiversOf(tx, above))
    await addCaseKey(tx, place, { ...key, now: request.now }, receivers)
    await addCaseKey(tx, place, { id: request.newId(), kind: 'work', now: request.now }, receivers)
  })
  return { caseId, owner, told }
}
