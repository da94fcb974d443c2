import type { CommandContext } from '#core/access/request.ts'
import type { Role } from '#core/access/model/roles.ts'
import { OFFICERS } from '#core/access/model/roles.ts'
import { notify } from '#modules/notifications/public.ts'
import type { MessageKey, MessageParams } from '#platform/i18n/messages.ts'
import type { ReportRow } from '../report-store.ts'
import type { ReportsDb } from '../tables.ts'

interface News {
  readonly key: MessageKey
  readonly params: MessageParams
  /** Names the occasion within the report. */
  readonly once: string
  readonly href?: string
  readonly roles?: readonly Role[]
}

/** Tells those who write the report of a unit. */
export async function tellUnit(ctx: CommandContext<ReportsDb>, report: Pick<ReportRow, 'id' | 'unitId'>, { key, params, once, href, roles }: News): Promise<void> {
  const { id, unitId } = report
  const to = { unitId, roles: roles ?? ['committee_head', 'committee_secretary', ...OFFICERS] }
  await notify(ctx, { unitId, to, topic: 'reports', once: `reports.${once}:${id}`, text: { key, params }, href: href ?? `/bao-cao/${id}` })
}

/** Tells the officers who asked for the report. */
export async function tellSuperior(ctx: CommandContext<ReportsDb>, report: Pick<ReportRow, 'id' | 'superiorId'>, { key, params, once, href }: News): Promise<void> {
  const { id, superiorId } = report
  await notify(ctx, { unitId: superiorId, to: { unitId: superiorId, roles: OFFICERS }, topic: 'reports', once: `reports.${once}:${id}`, text: { key, params }, href: href ?? `/bao-cao/${id}` })
}
