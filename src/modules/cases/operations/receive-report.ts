import { cleanPicture } from '#core/records/picture.ts'
import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { sealedEntity, writeAudit } from '#core/audit/store.ts'
import { notifierOf } from '#modules/notifications/public.ts'
import { dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { plainName } from '#platform/http/receive-file.ts'
import { newKey } from '#platform/sealing.ts'
import { tellSeats } from '../alert-store.ts'
import { codeDigest, followUpOfForm, keepForReporter } from '../follow-up-store.ts'
import { bodiesOf, followUpOf, insertAttachments, insertFollowUp, lockFollowUp } from '../intake-store.ts'
import type { FollowUpCode } from '../model/follow-up-code.ts'
import type { Report } from '../model/report.ts'
import { routeReport } from '../model/routing.ts'
import { openNewCase } from '../new-case-store.ts'
import { keyOf, type CaseSeal } from '../sealed-store.ts'
import { asIntake, type Tx } from '../store.ts'
import type { CasesDb } from '../tables.ts'

export interface SentFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

export interface SentReport {
  readonly unitId: string
  /** Made with the form: one that is sent twice is one report. */
  readonly formId: string
  readonly report: Report
  readonly files: readonly SentFile[]
}

/**
 * Takes a report in, seals it to those who are to handle it and to the reporter, and tells the former that something waits.
 * Nobody is signed in, so that it is no command; what a command leaves behind (the audit) it leaves as well, without content.
 *
 * @throws AppError `conflict` `cases.nobody_left` when everybody who could take it is named, `not_found` for no unit
 */
export async function receiveReport(request: Request, { unitId, formId, report, files }: SentReport): Promise<FollowUpCode> {
  const master = keyOf(request.vault)
  const followUp = followUpOfForm(master, formId)
  const codeKept = codeDigest(master, followUp.code)
  const isThere = (tx: Tx) => asIntake(tx, async () => (await followUpOf(tx, codeKept)) !== undefined)
  if (await asSystem<CasesDb, boolean>(request, isThere)) return followUp
  const toldKey = newKey()
  const kept = await keepForReporter(master, followUp, toldKey)
  const pictures = await Promise.all(files.map(async (file) => ({ ...file, picture: await cleanPicture(file.bytes) })))
  await asSystem<CasesDb, void>(request, async (tx) => {
    // A form that comes twice at once: the second waits, and finds the first.
    await lockFollowUp(tx, codeKept)
    if (await isThere(tx)) return
    const route = routeReport(await bodiesOf(tx, unitId, dayOf(request.now)), report.hideFrom)
    if (!route) throw new AppError('conflict', 'cases.nobody_left')
    const { caseId, owner, told } = await openNewCase(tx, request, { route, aboutUnitId: unitId, channel: 'web', report, toldKey })
    await asIntake(tx, async () => {
      await insertAttachments(tx, pictures.map((file, position) => ({ ...owner, caseId, position, ...sealFile(told, request.newId(), file) })))
      await insertFollowUp(tx, { codeDigest: codeKept, caseId, ...kept })
    })
    await writeAudit(untyped(tx), { unitId: route.unitId, accountId: null, at: request.now, action: 'cases.receiveReport', entity: sealedEntity(caseId) })
    await tellSeats(notifierOf(request, tx), route.handlers.map((accountId) => ({ unitId: route.unitId, accountId })), `cases.received:${caseId}`)
  })
  return followUp
}

function sealFile(seal: CaseSeal, id: string, { name, mediaType, bytes, picture }: SentFile & { readonly picture: Awaited<ReturnType<typeof cleanPicture>> }) {
  return {
    id,
    about: seal.json({ name: plainName(name, 'tep'), mediaType, bytes: bytes.length }, `attachment.about:${id}`),
    original: seal.bytes(bytes, `attachment.original:${id}`),
    shown: picture && seal.bytes(picture.bytes, `attachment.shown:${id}`),
  }
}
