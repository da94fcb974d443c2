import { sql, type Insertable, type Transaction } from 'kysely'
import { totalsOf } from '#core/facts/totals.ts'
import { missingEvidence } from '#core/records/model/evidence.ts'
import { isSamePicture } from '#core/records/model/picture-hash.ts'
import type { SavedRecord } from '#core/records/store.ts'
import type { RecordTables } from '#core/records/tables.ts'
import { addDays, type PlainDate } from '#platform/clock.ts'
import type { Question } from './contract.ts'
import { KINDS } from './kinds/all.ts'
import { odditiesOf, type Surroundings } from './model/questions.ts'
import { namesOf } from './store.ts'
import type { ActivitiesDb } from './tables.ts'

type Tx = Transaction<ActivitiesDb>

/** What proves an activity, in the order in which it was added. */
export function evidenceOf(tx: Tx, recordId: string) {
  return tx
    .selectFrom('records.evidence as e')
    .leftJoin('files.file as f', 'f.id', 'e.fileId')
    .select(['e.id', 'e.kind', 'e.link', 'f.name', 'f.mediaType', 'f.bytes', 'e.caption', 'e.takenOn', 'e.peopleShown', 'e.consent', 'e.addedAt', 'e.pictureHash'])
    .where('e.recordId', '=', recordId)
    .where('e.removed', '=', false)
    .orderBy('e.addedAt')
    .orderBy('e.id')
    .execute()
}

/** One piece, removed ones too; undefined when there is none. */
export function pieceOf(tx: Tx, recordId: string, evidenceId: string) {
  return tx
    .selectFrom('records.evidence as e')
    .leftJoin('files.file as f', 'f.id', 'e.fileId')
    .leftJoin('files.file as t', 't.id', 'e.thumbnailId')
    .select(['e.id', 'e.kind', 'e.removed', 'f.name', 'f.mediaType', 'f.digest', 'f.bytes', 't.digest as thumbnail'])
    .where('e.recordId', '=', recordId)
    .where('e.id', '=', evidenceId)
    .executeTakeFirst()
}

export async function insertEvidence(tx: Tx, row: Insertable<RecordTables['records.evidence']>): Promise<void> {
  await tx.insertInto('records.evidence').values(row).execute()
}

export async function updateEvidence(tx: Tx, id: string, change: { caption: string; peopleShown: boolean; consent: boolean; removed: boolean }): Promise<void> {
  await tx.updateTable('records.evidence').set(change).where('id', '=', id).execute()
}

export async function insertFile(tx: Tx, row: Insertable<ActivitiesDb['files.file']>): Promise<void> {
  await tx.insertInto('files.file').values(row).execute()
}

export async function putAnswer(tx: Tx, row: Insertable<RecordTables['records.answer']>): Promise<void> {
  const { text, answeredBy, answeredAt } = row
  await tx
    .insertInto('records.answer')
    .values(row)
    .onConflict((conflict) => conflict.columns(['provinceId', 'recordId', 'question']).doUpdateSet({ text, answeredBy, answeredAt }))
    .execute()
}

/** How many pieces the rule of its kind still asks for. */
export async function evidenceMissingOf(tx: Tx, record: Pick<SavedRecord, 'id' | 'kind'>): Promise<number> {
  const kind = KINDS.get(record.kind)
  return kind ? missingEvidence(kind.evidence, (await evidenceOf(tx, record.id)).map((piece) => piece.kind)) : 0
}

/** What looks strange about an activity, with the answers that people have given. */
export async function questionsOf(tx: Tx, record: Pick<SavedRecord, 'id' | 'unitId' | 'kind' | 'values'>, today: PlainDate): Promise<Question[]> {
  const kind = KINDS.get(record.kind)
  if (!kind) return []
  const surroundings = { today, pupils: await pupilsOf(tx, record.unitId, record.values.onDay), pictures: await picturesOf(tx, record) }
  const oddities = odditiesOf(kind, record.values, surroundings)
  if (oddities.length === 0) return []
  const answers = await tx.selectFrom('records.answer').select(['question', 'text', 'answeredBy', 'answeredAt']).where('recordId', '=', record.id).execute()
  const names = await namesOf(tx, answers.map(({ answeredBy }) => answeredBy))
  return oddities.map((oddity) => {
    const given = answers.find(({ question }) => question === oddity.key)
    return { ...oddity, answer: given ? { text: given.text, byName: names.get(given.answeredBy) ?? null, at: given.answeredAt } : null }
  })
}

/** Pupils of the unit by its newest register of the year before the day; null when it has told none. */
async function pupilsOf(tx: Tx, unitId: string, onDay: PlainDate): Promise<number | null> {
  const { measures } = await totalsOf(tx, { unitId, from: addDays(onDay, -400), to: onDay, scope: 'own', line: 'professional', tree: 'then', measures: ['pupils.enrolled'], withoutMissing: true })
  return measures.find(({ measure }) => measure === 'pupils.enrolled')?.value ?? null
}

/** The pictures of an activity, each with what shows the same one: another activity of the unit, or an earlier picture of this one. */
async function picturesOf(tx: Tx, record: Pick<SavedRecord, 'id' | 'unitId'>): Promise<Surroundings['pictures']> {
  const own = (await evidenceOf(tx, record.id)).filter(({ kind }) => kind === 'picture')
  if (own.length === 0) return []
  const others = await tx
    .selectFrom('records.evidence as e')
    .innerJoin('records.record as r', 'r.id', 'e.recordId')
    .select(['e.pictureHash', 'r.title', 'r.onDay'])
    .where('e.unitId', '=', record.unitId)
    .where('e.kind', '=', 'picture')
    .where('e.removed', '=', false)
    .where('e.recordId', '!=', record.id)
    .where('r.state', '!=', 'removed')
    .where(sql<boolean>`e.added_at > now() - interval '5 years'`)
    .orderBy('r.onDay')
    .execute()
  return own.map(({ id, takenOn, pictureHash }, at) => ({
    id,
    takenOn,
    sameAs: others.find((other) => isSamePicture(pictureHash, other.pictureHash)) ?? null,
    isTwice: own.slice(0, at).some((earlier) => isSamePicture(pictureHash, earlier.pictureHash)),
  }))
}
