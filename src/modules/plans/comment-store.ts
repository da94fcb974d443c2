import type { Transaction } from 'kysely'
import { AppError } from '#platform/errors.ts'
import type { PlansDb } from './tables.ts'

type Tx = Transaction<PlansDb>

export interface CommentRow {
  readonly id: string
  readonly nodeId: string | null
  readonly authorName: string
  readonly text: string
  readonly at: Date
  readonly settled: boolean
}

export async function commentsOf(tx: Tx, planId: string): Promise<CommentRow[]> {
  const rows = await tx
    .selectFrom('plans.comment as c')
    .leftJoin('people.person as p', 'p.id', 'c.authorId')
    .select(['c.id', 'c.nodeId', 'p.fullName as authorName', 'c.text', 'c.at', 'c.settledAt'])
    .where('c.planId', '=', planId)
    .orderBy('c.at')
    .execute()
  return rows.map(({ settledAt, authorName, ...row }) => ({ ...row, authorName: authorName ?? '', settled: settledAt !== null }))
}

export async function insertComment(
  tx: Tx,
  comment: { provinceId: string; id: string; planId: string; nodeId: string | null; unitId: string; authorId: string; text: string; at: Date },
): Promise<void> {
  await tx.insertInto('plans.comment').values(comment).execute()
}

/** @throws AppError `not_found` */
export async function settle(tx: Tx, planId: string, commentId: string, by: { personId: string; at: Date }): Promise<void> {
  const done = await tx
    .updateTable('plans.comment')
    .set({ settledBy: by.personId, settledAt: by.at })
    .where('planId', '=', planId)
    .where('id', '=', commentId)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new AppError('not_found', 'plans.comment_not_found')
}
