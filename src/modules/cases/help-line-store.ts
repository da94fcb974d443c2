import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { ownerOf } from '#core/units/store.ts'
import { untyped } from '#platform/db/connect.ts'
import type { HelpLineWord } from './model/help-lines.ts'
import type { Tx } from './store.ts'

/** Where a body's word on numbers holds: its province, or the nation for the Ministry. */
export async function areaOf(tx: Tx, unitId: string): Promise<{ provinceId: string; area: string }> {
  const { provinceId } = await ownerOf(untyped(tx), unitId)
  return { provinceId, area: provinceId }
}

const WORD = ['key', 'area', 'phone', 'nameVi', 'nameEn', 'address', 'source', 'checkedOn', 'isCertain', 'unitId'] as const

/** What units said of numbers to call. */
export async function helpLineWords(tx: Tx): Promise<(HelpLineWord & { unitId: string })[]> {
  const rows = await tx
    .selectFrom('cases.helpLineChange')
    .select([...WORD, sql<PlainDate | null>`lower(valid)`.as('from'), sql<PlainDate | null>`upper(valid) - 1`.as('until')])
    .execute()
  return rows.map(({ nameVi, nameEn, ...word }) => ({ ...word, name: { vi: nameVi, en: nameEn } }))
}

export interface HelpLineToSay {
  readonly provinceId: string
  readonly unitId: string
  readonly key: string
  readonly area: string
  readonly phone: string | null
  readonly nameVi: string
  readonly nameEn: string
  readonly address: string | null
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly source: string
  readonly checkedOn: PlainDate
  readonly isCertain: boolean
}

export async function sayHelpLine(tx: Tx, { from, until, ...line }: HelpLineToSay, now: Date): Promise<void> {
  const row = { ...line, valid: `[${from},${until ?? ''}${until ? ']' : ')'}`, changedAt: now }
  const { provinceId: _province, key: _key, area: _area, ...rest } = row
  await tx.insertInto('cases.helpLineChange').values(row).onConflict((conflict) => conflict.columns(['provinceId', 'key', 'area']).doUpdateSet(rest)).execute()
}

/** Whether there was a word. */
export async function unsayHelpLine(tx: Tx, provinceId: string, area: string, key: string): Promise<boolean> {
  const result = await tx.deleteFrom('cases.helpLineChange').where('provinceId', '=', provinceId).where('area', '=', area).where('key', '=', key).executeTakeFirst()
  return result.numDeletedRows > 0n
}
