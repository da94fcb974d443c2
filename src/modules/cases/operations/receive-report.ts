import { cleanPicture } from '#core/records/picture.ts'
import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { sealedEntity, writeAudit } from '#core/audit/store.ts'
import { ownerOf } from '#core/units/store.ts'
import { notifierOf } from '#modules/notifications/public.ts'
import { dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { plainName } from '#platform/http/receive-file.ts'
import { tellSeats } from '../alert-store.ts'
import { codeDigest, followUpOfForm, hashSecret } from '../follow-up-store.ts'
import { bodiesOf, followUpOf, insertCase, lockFollowUp } from '../intake-store.ts'
import type { FollowUpCode } from '../model/follow-up-code.ts'
import type { Report } from '../model/report.ts'
import { routeReport } from '../model/routing.ts'
import { keyOf, newSeal, type CaseSeal } from '../sealed-store.ts'
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
 * Takes a report in, seals it and tells those who are to handle it that something waits. Nobody is signed in, so that it
 * is no command; what a command leaves behind (the audit) it leaves as well, without content.
 *
 * @throws AppError `conflict` `cases.nobody_left` when everybody who could take it is named, `not_found` for no unit
 */
export async function receiveReport(request: Request, { unitId, formId, report, files }: SentReport): Promise<FollowUpCode> {
  const master = keyOf(request.vault)
  const followUp = followUpOfForm(master, formId)
  const digest = codeDigest(master, followUp.code)
  const isThere = (tx: Tx) => asIntake(tx, async () => (await followUpOf(tx, digest)) !== undefined)
  if (await asSystem<CasesDb, boolean>(request, isThere)) return followUp
  const hashed = await hashSecret(followUp.secret)
  const caseId = request.newId()
  const seal = newSeal(master, caseId)
  const sealedFiles = await Promise.all(files.map((file) => sealFile(seal, request.newId(), file)))
  await asSystem<CasesDb, void>(request, async (tx) => {
    // A form that comes twice at once: the second waits, and finds the first.
    await lockFollowUp(tx, digest)
    if (await isThere(tx)) return
    const route = routeReport(await bodiesOf(tx, unitId, dayOf(request.now)), report.hideFrom)
    if (!route) throw new AppError('conflict', 'cases.nobody_left')
    const { provinceId } = await ownerOf(untyped(tx), route.unitId)
    const owner = { provinceId, unitId: route.unitId }
    await asIntake(tx, () =>
      insertCase(tx, {
        row: {
          ...owner,
          id: caseId,
          aboutUnitId: unitId,
          year: Number(dayOf(request.now).slice(0, 4)),
          receivedAt: request.now,
          channel: 'web',
          key: seal.wrapped,
          report: seal.json(report, 'report'),
        },
        seats: route.handlers.map((accountId) => ({ ...owner, id: request.newId(), caseId, accountId, kind: 'handler', since: request.now, until: null })),
        attachments: sealedFiles.map((file, position) => ({ ...owner, caseId, position, ...file })),
        followUp: { codeDigest: digest, caseId, ...hashed },
      }),
    )
    await writeAudit(untyped(tx), { unitId: route.unitId, accountId: null, at: request.now, action: 'cases.receiveReport', entity: sealedEntity(caseId) })
    await tellSeats(notifierOf(request, tx), route.handlers.map((accountId) => ({ unitId: route.unitId, accountId })), `cases.received:${caseId}`)
  })
  return followUp
}

async function sealFile(seal: CaseSeal, id: string, { name, mediaType, bytes }: SentFile) {
  const picture = await cleanPicture(bytes)
  return {
    id,
    about: seal.json({ name: plainName(name, 'tep'), mediaType, bytes: bytes.length }, `attachment.about:${id}`),
    original: seal.bytes(bytes, `attachment.original:${id}`),
    shown: picture && seal.bytes(picture.bytes, `attachment.shown:${id}`),
  }
}
