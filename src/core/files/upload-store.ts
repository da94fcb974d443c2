import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { ownerOf } from '#core/units/store.ts'
import type { UnitTables } from '#core/units/tables.ts'
import { commandFor, queryFor } from '#core/access/operation.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import type { FileTables } from './tables.ts'

export type FilesDb = FileTables & UnitTables
type Tx = Transaction<FilesDb>

export const command = commandFor<FilesDb>()
export const query = queryFor<FilesDb>()

export interface UploadRow {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly accountId: string
  readonly name: string
  readonly bytes: number
  readonly digest: string
  readonly received: number
}

const COLUMNS = ['provinceId', 'id', 'unitId', 'accountId', 'name', 'bytes', 'digest', 'received'] as const

interface UploadKey {
  readonly uploadId: string
  readonly unitId: string
  readonly accountId: string
}

function select(tx: Tx, { uploadId, unitId, accountId }: UploadKey) {
  return tx.selectFrom('files.upload').select(COLUMNS).where('id', '=', uploadId).where('unitId', '=', unitId).where('accountId', '=', accountId)
}

/** The driver gives numbers of eight bytes as text. */
function counted(row: UploadRow): UploadRow {
  return { ...row, bytes: Number(row.bytes), received: Number(row.received) }
}

/** An upload of this account into this unit; others' are not seen. */
export async function uploadOf(tx: Tx, key: UploadKey): Promise<UploadRow | undefined> {
  const row = await select(tx, key).executeTakeFirst()
  return row && counted(row)
}

/** The upload, begun when there is none yet; two parts that come at once wait for each other. */
export async function beginUpload(tx: Tx, upload: Omit<UploadRow, 'provinceId' | 'received'>, now: Date): Promise<UploadRow> {
  const { provinceId } = await ownerOf(untyped(tx), upload.unitId)
  await tx
    .insertInto('files.upload')
    .values({ ...upload, provinceId, received: 0, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { id: uploadId, unitId, accountId } = upload
  const row = await select(tx, { uploadId, unitId, accountId }).forUpdate().executeTakeFirst()
  if (!row) throw new AppError('not_found', 'files.upload_unknown')
  return counted(row)
}

/** The part that follows what is here. */
export async function keepPart(tx: Tx, upload: UploadRow, content: Uint8Array): Promise<void> {
  const { provinceId, unitId, id, received } = upload
  await tx
    .insertInto('files.uploadPart')
    .values({ provinceId, unitId, uploadId: id, fromByte: received, content: Buffer.from(content) })
    .execute()
  await tx
    .updateTable('files.upload')
    .set({ received: received + content.length })
    .where('id', '=', id)
    .execute()
}

/** Everything that is here, in order. */
export async function contentOf(tx: Tx, uploadId: string): Promise<Buffer> {
  const parts = await tx.selectFrom('files.uploadPart').select('content').where('uploadId', '=', uploadId).orderBy('fromByte').execute()
  return Buffer.concat(parts.map(({ content }) => content))
}

/** Lets the device begin again: what came is not what it said it would be. */
export async function forgetParts(tx: Tx, uploadId: string): Promise<void> {
  await tx.deleteFrom('files.uploadPart').where('uploadId', '=', uploadId).execute()
  await tx.updateTable('files.upload').set({ received: 0 }).where('id', '=', uploadId).execute()
}

/** SHA-256 in hex. */
export function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Uploads that began before an instant, with their parts. */
export async function deleteUploadsBefore(tx: Tx, day: Date): Promise<void> {
  await tx.deleteFrom('files.upload').where('createdAt', '<', day).execute()
}
