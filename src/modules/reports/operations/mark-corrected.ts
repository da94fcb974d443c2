import { z } from 'zod'
import { OFFICERS } from '#core/access/model/roles.ts'
import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { frozenBy, type Holder } from '#core/facts/freeze.ts'
import type { Services } from '#core/services.ts'
import { notifierOf, notify } from '#modules/notifications/public.ts'
import { consolidationById } from '../consolidation-store.ts'
import { insertConsolidationCorrection, insertCorrection } from '../correction-store.ts'
import { FROZEN } from '../model/consolidation-lifecycle.ts'
import { lockReport } from '../report-store.ts'
import { nameOfUnit, type Tx } from '../store.ts'

export const CORRECTED = 'reports.mark-corrected'

const Corrected = z.object({ sourceTable: z.string(), sourceId: z.uuid(), unitId: z.uuid(), reason: z.nullish(z.string()), occasion: z.string() })

type Clerk = Pick<Request, 'now' | 'newId' | 'jobs'>

interface Correction {
  readonly sourceTable: string
  readonly sourceId: string
  readonly sourceUnitId: string
  readonly sourceName: string
  readonly reason: string
  /** Names the one change: told twice, it marks once. */
  readonly occasion: string
}

/**
 * Something that submitted reports stand on was corrected: each of them and each consolidation, at every level, is marked
 * as no longer agreeing, its unit and its superior are told. What was given stays; a new version or a new consolidation
 * takes its place, with the reason.
 */
export async function markCorrected(services: Pick<Services, 'systemRequest'>, data: unknown): Promise<void> {
  const { sourceTable, sourceId, unitId, reason, occasion } = Corrected.parse(data)
  const request = services.systemRequest()
  await asSystem(request, async (tx: Tx) => {
    const correction = { sourceTable, sourceId, sourceUnitId: unitId, sourceName: await nameOfUnit(tx, unitId), reason: reason?.trim() || '—', occasion }
    for (const holder of await frozenBy(tx, sourceTable, sourceId)) {
      if (holder.holderTable === 'reports.report') await markReport(tx, request, holder, correction)
      if (holder.holderTable === 'reports.consolidation') await markConsolidation(tx, request, holder, correction)
    }
  })
}

async function markReport(tx: Tx, clerk: Clerk, holder: Holder, { sourceName, reason, ...source }: Correction): Promise<void> {
  const report = await lockReport(tx, holder.holderId)
  if (report.state !== 'submitted' && report.state !== 'accepted') return
  const { id: reportId, provinceId, unitId, superiorId, version: number } = report
  const correction = { provinceId, id: clerk.newId(), reportId, number, unitId, superiorId, ...source, reason, at: clerk.now }
  if (!(await insertCorrection(tx, correction))) return
  const text = { key: 'reports.notice.corrected', params: { unit: sourceName, title: holder.title, reason } } as const
  const notice = { topic: 'corrections', text, href: `/bao-cao/${reportId}` } as const
  await notify(notifierOf(clerk, tx), { ...notice, unitId, to: { unitId, roles: ['committee_head', 'committee_secretary', 'principal'] }, once: `reports.corrected:${correction.id}` })
  await notify(notifierOf(clerk, tx), { ...notice, unitId: superiorId, to: { unitId: superiorId, roles: OFFICERS }, once: `reports.corrected.above:${correction.id}` })
}

async function markConsolidation(tx: Tx, clerk: Clerk, holder: Holder, { sourceName, reason, ...source }: Correction): Promise<void> {
  const { id: consolidationId, provinceId, unitId, roundId, state, title } = await consolidationById(tx, holder.holderId, true)
  if (!FROZEN.includes(state)) return
  const correction = { provinceId, id: clerk.newId(), consolidationId, unitId, ...source, reason, at: clerk.now }
  if (!(await insertConsolidationCorrection(tx, correction))) return
  await notify(notifierOf(clerk, tx), {
    unitId,
    to: { unitId, roles: [...OFFICERS, 'principal'] },
    topic: 'corrections',
    once: `reports.consolidation_corrected:${correction.id}`,
    text: { key: 'reports.notice.consolidation_corrected', params: { unit: sourceName, title, reason } },
    href: `/dot-bao-cao/${roundId}/tong-hop/${consolidationId}`,
  })
}
