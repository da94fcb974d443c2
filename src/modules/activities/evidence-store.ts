import { type Transaction } from 'kysely'
import type { SavedRecord } from '#core/records/store.ts'
import { KINDS } from './kinds/all.ts'
import { odditiesOf } from './model/questions.ts'
import { namesOf } from './store.ts'
import type { ActivitiesDb } from './tables.ts'
import type { Question } from './contract.ts'

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

/** What looks strange about an activity, with the answers that people have given. */
export async function questionsOf(tx: Tx, record: Pick<SavedRecord, 'id' | 'unitId' | 'kind' | 'values'>, today: string): Promise<Question[]> {
  const kind = KINDS.get(record.kind)
  if (!kind) return []
  const evidence = await evidenceOf(tx, record.id)
  const pictures = evidence.filter((piece) => piece.kind === 'picture').map(({ id, takenOn }) => ({ id, takenOn, sameAs: null }))
  const oddities = odditiesOf(kind, record.values, { today, pupils: null, pictures })
  if (oddities.length === 0) return []
  const answers = await tx.selectFrom('records.answer').select(['question', 'text', 'answeredBy', 'answeredAt']).where('recordId', '=', record.id).execute()
  const names = await namesOf(tx, answers.map(({ answeredBy }) => answeredBy))
  return oddities.map((oddity) => {
    const given = answers.find(({ question }) => question === oddity.key)
    return { ...oddity, answer: given ? { text: given.text, byName: names.get(given.answeredBy) ?? null, at: given.answeredAt } : null }
  })
}
