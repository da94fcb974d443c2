import type { Selectable, Transaction } from 'kysely'
import type { PlanNode } from './model/plan-node.ts'
import type { PlansDb, PlanTables } from './tables.ts'

type Tx = Transaction<PlansDb>
type NodeRow = Selectable<PlanTables['plans.planNode']>

/** A line with the traces of its last edit. */
export interface SavedNode {
  readonly node: PlanNode
  readonly removed: boolean
  readonly revision: number
  readonly changedBy: string
  readonly changedAt: Date
}

const COLUMNS = [
  'id', 'parentId', 'position', 'kind', 'part', 'text', 'topic', 'lead', 'supporting', 'startOn', 'dueOn', 'timeOfYear',
  'product', 'target', 'budget', 'covers', 'templateLine', 'revision', 'changedBy', 'changedAt', 'removed',
] as const

/** The lines of a plan that stand, in no order. */
export async function nodesOf(tx: Tx, planId: string): Promise<PlanNode[]> {
  const rows = await tx.selectFrom('plans.planNode').select(COLUMNS).where('planId', '=', planId).where('removed', '=', false).execute()
  return rows.map((row) => savedNode(row).node)
}

/** Some lines of a plan, the removed ones too, locked until the transaction ends. */
export async function lockNodes(tx: Tx, planId: string, ids: readonly string[]): Promise<SavedNode[]> {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('plans.planNode').select(COLUMNS).where('planId', '=', planId).where('id', 'in', ids).forUpdate().execute()
  return rows.map(savedNode)
}

/** Lines that were changed after a revision, removed ones included. */
export async function nodesSince(tx: Tx, planId: string, revision: number): Promise<SavedNode[]> {
  const rows = await tx
    .selectFrom('plans.planNode')
    .select(COLUMNS)
    .where('planId', '=', planId)
    .where('revision', '>', revision)
    .orderBy('revision')
    .execute()
  return rows.map(savedNode)
}

export interface Trace {
  readonly planId: string
  readonly unitId: string
  readonly provinceId: string
  readonly revision: number
  readonly changedBy: string
  readonly changedAt: Date
}

/** Writes lines as they now are; `removed` ones stay as they were, marked. */
export async function putNodes(tx: Tx, trace: Trace, nodes: readonly { node: PlanNode; removed: boolean }[]): Promise<void> {
  for (let start = 0; start < nodes.length; start += 100) {
    const values = nodes.slice(start, start + 100).map(({ node, removed }) => ({ ...rowOf(node), ...trace, removed }))
    await tx
      .insertInto('plans.planNode')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['provinceId', 'planId', 'id']).doUpdateSet((row) => ({
          parentId: row.ref('excluded.parentId'),
          position: row.ref('excluded.position'),
          kind: row.ref('excluded.kind'),
          part: row.ref('excluded.part'),
          text: row.ref('excluded.text'),
          topic: row.ref('excluded.topic'),
          lead: row.ref('excluded.lead'),
          supporting: row.ref('excluded.supporting'),
          startOn: row.ref('excluded.startOn'),
          dueOn: row.ref('excluded.dueOn'),
          timeOfYear: row.ref('excluded.timeOfYear'),
          product: row.ref('excluded.product'),
          target: row.ref('excluded.target'),
          budget: row.ref('excluded.budget'),
          covers: row.ref('excluded.covers'),
          templateLine: row.ref('excluded.templateLine'),
          revision: row.ref('excluded.revision'),
          changedBy: row.ref('excluded.changedBy'),
          changedAt: row.ref('excluded.changedAt'),
          removed: row.ref('excluded.removed'),
        })),
      )
      .execute()
  }
}

/** Changes which points lines answer, nothing else: the words of an issued plan stay untouched. */
export async function setCovers(tx: Tx, planId: string, nodes: readonly Pick<PlanNode, 'id' | 'covers'>[], revision: number): Promise<void> {
  for (const { id, covers } of nodes) {
    await tx.updateTable('plans.planNode').set({ covers: [...covers], revision }).where('planId', '=', planId).where('id', '=', id).execute()
  }
}

function savedNode(row: Pick<NodeRow, (typeof COLUMNS)[number]>): SavedNode {
  const { timeOfYear, revision, changedBy, changedAt, removed, ...rest } = row
  return { node: { ...rest, when: timeOfYear }, removed, revision, changedBy, changedAt }
}

function rowOf({ when, lead, supporting, target, budget, covers, ...rest }: PlanNode) {
  return {
    ...rest,
    covers: [...covers],
    timeOfYear: json(when),
    lead: json(lead),
    supporting: JSON.stringify(supporting),
    target: json(target),
    budget: json(budget),
  }
}

function json(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value)
}
