import { untyped } from '#platform/db/connect.ts'
import { ownerOf } from '#core/units/store.ts'
import type { FileRole } from './model/register.ts'
import { type Tx } from './store.ts'

export interface FiledBytes {
  readonly id: string
  readonly unitId: string
  readonly documentId: string
  readonly role: FileRole
  readonly digest: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly at: Date
  readonly frozen: boolean
  readonly published: boolean
}

/** Files stored bytes with a document; nothing happens when the role is taken. */
export async function fileWith(tx: Tx, file: FiledBytes): Promise<void> {
  const owner = await ownerOf(untyped(tx), file.unitId)
  const there = await tx.selectFrom('documents.documentFile').select('role').where('documentId', '=', file.documentId).where('role', '=', file.role).executeTakeFirst()
  if (there) return
  const { id, digest, name, mediaType, bytes, at, published } = file
  await tx.insertInto('files.file').values({ ...owner, id, digest, name, mediaType, bytes, createdAt: at, published }).execute()
  await tx
    .insertInto('documents.documentFile')
    .values({ ...owner, documentId: file.documentId, role: file.role, fileId: id, digest, frozen: file.frozen })
    .execute()
}

export interface FileRow {
  readonly role: FileRole
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly digest: string
  readonly frozen: boolean
}

export function filesOf(tx: Tx, documentId: string): Promise<FileRow[]> {
  return tx
    .selectFrom('documents.documentFile as d')
    .innerJoin('files.file as f', 'f.id', 'd.fileId')
    .select(['d.role', 'd.fileId', 'f.name', 'f.mediaType', 'f.bytes', 'd.digest', 'd.frozen'])
    .where('d.documentId', '=', documentId)
    .orderBy('d.role')
    .execute()
}

/** Another entry of the register of incoming documents that has the same bytes. */
export async function entryWithFile(tx: Tx, unitId: string, digest: string): Promise<string | null> {
  const row = await tx
    .selectFrom('documents.documentFile as f')
    .innerJoin('documents.document as d', 'd.id', 'f.documentId')
    .select('d.id')
    .where('f.unitId', '=', unitId)
    .where('f.digest', '=', digest)
    .where('d.direction', '=', 'incoming')
    .orderBy('d.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** From now on the files of a document are neither replaced nor removed. */
export async function freezeFiles(tx: Tx, documentId: string): Promise<void> {
  await tx.updateTable('documents.documentFile').set({ frozen: true }).where('documentId', '=', documentId).where('frozen', '=', false).execute()
}

/** Takes the files of a draft away. Their bytes stay: others may have the same. */
export async function removeFiles(tx: Tx, documentId: string): Promise<void> {
  const removed = await tx.deleteFrom('documents.documentFile').where('documentId', '=', documentId).returning('fileId').execute()
  if (removed.length > 0) await tx.deleteFrom('files.file').where('id', 'in', removed.map(({ fileId }) => fileId)).execute()
}
