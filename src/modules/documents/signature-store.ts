import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { ownerOf } from '#core/units/store.ts'
import type { SignedHow, TrustedKind } from './model/signatures.ts'
import type { Tx } from './store.ts'

export interface SignedRow {
  readonly step: number
  readonly name: string
  readonly digest: string
  readonly bytes: number
  readonly signers: string[]
  readonly made: SignedHow
  readonly addedAt: Date
  readonly addedBy: string | null
}

/** The signed copies of a document, the first one first. */
export async function signedFiles(tx: Tx, documentId: string): Promise<SignedRow[]> {
  const rows = await tx
    .selectFrom('documents.signedFile as s')
    .innerJoin('files.file as f', 'f.id', 's.fileId')
    .select(['s.step', 'f.name', 's.digest', 'f.bytes', 's.signers', 's.made', 's.addedAt', 's.addedBy'])
    .where('s.documentId', '=', documentId)
    .orderBy('s.step')
    .execute()
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

export interface SignedToAdd extends Omit<SignedRow, 'step'> {
  readonly id: string
  readonly documentId: string
  readonly unitId: string
  readonly published: boolean
}

/** Adds the next signed copy. @returns its step */
export async function insertSigned(tx: Tx, signed: SignedToAdd): Promise<number> {
  const { id, documentId, unitId, digest, name, bytes, signers, made, addedAt, addedBy, published } = signed
  const owner = await ownerOf(untyped(tx), unitId)
  const step = 1 + (await signedFiles(tx, documentId)).length
  await tx.insertInto('files.file').values({ ...owner, id, digest, name, mediaType: 'application/pdf', bytes, createdAt: addedAt, published }).execute()
  await tx.insertInto('documents.signedFile').values({ ...owner, documentId, step, fileId: id, digest, signers, made, addedAt, addedBy }).execute()
  return step
}

export interface TrustedRow {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly kind: TrustedKind
  readonly name: string
  readonly title: string
  readonly digest: string
  readonly endsOn: PlainDate | null
  readonly addedAt: Date
}

/** Those of the unit and of every unit above it on a day: whoever is below is not believed. */
const above = (tx: Tx, unitId: string, today: PlainDate) =>
  tx
    .selectFrom('units.unitAncestor')
    .select('ancestorId')
    .where('unitId', '=', unitId)
    .where(sql<boolean>`valid @> ${today}::date`)

export function trustedFiles(tx: Tx, unitId: string, today: PlainDate): Promise<TrustedRow[]> {
  return tx
    .selectFrom('documents.trustedFile as t')
    .innerJoin('units.unitVersion as v', (join) => join.onRef('v.unitId', '=', 't.unitId').on(sql<boolean>`v.valid @> ${today}::date`))
    .select(['t.id', 't.unitId', 'v.name as unitName', 't.kind', 't.name', 't.title', 't.digest', 't.endsOn', 't.addedAt'])
    .where((where) => where.or([where('t.unitId', '=', unitId), where('t.unitId', 'in', above(tx, unitId, today))]))
    .orderBy('t.kind', 'desc')
    .orderBy('t.title')
    .execute()
}

export function trustedContents(tx: Tx, unitId: string, today: PlainDate): Promise<{ kind: TrustedKind; digest: string; content: Buffer }[]> {
  return tx
    .selectFrom('documents.trustedFile as t')
    .select(['t.kind', 't.digest', 't.content'])
    .where((where) => where.or([where('t.unitId', '=', unitId), where('t.unitId', 'in', above(tx, unitId, today))]))
    .orderBy('t.digest')
    .execute()
}

export interface TrustedToAdd extends Omit<TrustedRow, 'unitName'> {
  readonly content: Uint8Array
  readonly addedBy: string | null
}

/** @returns whether it was added; the same file is kept once */
export async function insertTrusted(tx: Tx, { content, ...trusted }: TrustedToAdd): Promise<boolean> {
  const owner = await ownerOf(untyped(tx), trusted.unitId)
  const row = { ...owner, ...trusted, content: Buffer.from(content) }
  const added = await tx.insertInto('documents.trustedFile').values(row).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  return added !== undefined
}

/** @returns what was removed; undefined when the unit keeps no such file */
export function deleteTrusted(tx: Tx, unitId: string, id: string): Promise<{ title: string; digest: string } | undefined> {
  return tx.deleteFrom('documents.trustedFile').where('unitId', '=', unitId).where('id', '=', id).returning(['title', 'digest']).executeTakeFirst()
}
