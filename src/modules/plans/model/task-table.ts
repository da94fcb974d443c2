import type { Table } from '@songhanh/vanban/model'
import type { PlainDate } from './days.ts'
import type { BudgetSource, NodeBudget, Party } from './plan-node.ts'
import { ROLE_KEYS, roleName, type UnitKind } from './roles.ts'
import { readWhen, type When } from './when.ts'
import { fold } from './wording.ts'

/** The heads of the table of assignments, as the appendix of a plan prints them. */
export const TASK_TABLE_HEAD = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian', 'Sản phẩm', 'Kinh phí'] as const

/** A row of a table of tasks, whatever its columns are called. */
export interface TaskRow {
  readonly text: string
  /** Place in the plan that the row names: “(mục III.1.a)”. */
  readonly path: string | null
  readonly lead: string | null
  readonly supporting: readonly string[]
  readonly startOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly when: When | null
  readonly product: string | null
  readonly budget: NodeBudget | null
}

const COLUMNS = {
  text: /\b(nhiem vu|noi dung|hoat dong|cong viec)\b/,
  lead: /\b(chu tri|don vi thuc hien|nguoi thuc hien|phu trach)\b|^thuc hien$/,
  supporting: /\bphoi hop\b/,
  time: /\b(thoi gian|thoi han|tien do|han hoan thanh)\b/,
  product: /\b(san pham|ket qua)\b/,
  budget: /\b(kinh phi|du toan)\b/,
} as const satisfies Record<string, RegExp>

/**
 * Rows of a table that lists tasks; empty for any other table. Rows without words (dividers) are left out. A table
 * without a head is taken to have it in its first row.
 */
export function taskRows(table: Table): readonly TaskRow[] {
  const [first, ...others] = table.rows
  if (table.head.length === 0) return first ? taskRows({ head: [first], rows: others }) : []
  const head = (table.head.at(-1) ?? []).map(fold)
  const column = (name: keyof typeof COLUMNS): number => head.findIndex((cell) => COLUMNS[name].test(cell))
  const work = column('text')
  if (work < 0) return []
  return table.rows.flatMap((row) => {
    const cell = (name: keyof typeof COLUMNS): string | null => {
      const at = column(name)
      return at < 0 ? null : row[at]?.replace(/\s+/g, ' ').trim() || null
    }
    const printed = cell('text')
    if (printed === null || row.length === 1) return []
    const path = /\s*\(mục ([\p{L}\d.]+)\)\s*$/u.exec(printed)
    return [
      {
        text: path ? printed.slice(0, path.index) : printed,
        path: path?.[1] ?? null,
        lead: cell('lead'),
        supporting: (cell('supporting') ?? '').split(/\s*;\s*/).filter((name) => name !== ''),
        ...readWhen(cell('time') ?? ''),
        product: cell('product'),
        budget: readBudget(cell('budget')),
      },
    ]
  })
}

export const BUDGET_SOURCE_NAMES: Readonly<Record<BudgetSource, string>> = {
  state_budget: 'Ngân sách nhà nước',
  recurrent: 'Chi thường xuyên',
  socialised: 'Xã hội hóa',
  sponsorship: 'Tài trợ',
  other: 'Nguồn khác',
}

/** `4.200.000 đồng (Chi thường xuyên)`; empty when nothing is known. */
export function printBudget(budget: NodeBudget | null): string {
  if (!budget) return ''
  const source = budget.source === null ? null : BUDGET_SOURCE_NAMES[budget.source]
  if (budget.amountVnd === null) return source ?? ''
  const amount = `${String(budget.amountVnd).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
  return source === null ? amount : `${amount} (${source})`
}

/** Reads what `printBudget` prints; null when neither an amount nor a source is found. */
export function readBudget(text: string | null): NodeBudget | null {
  if (text === null) return null
  const digits = /\d[\d.\s]*/.exec(text)?.[0].replace(/\D/g, '') ?? ''
  const folded = fold(text)
  const source = (Object.keys(BUDGET_SOURCE_NAMES) as BudgetSource[]).find((key) => folded.includes(fold(BUDGET_SOURCE_NAMES[key]))) ?? null
  const amountVnd = digits === '' ? null : Number(digits)
  return amountVnd === null && source === null ? null : { amountVnd, source }
}

/** The name of a party as a document prints it. */
export function partyName(party: Party, kind: UnitKind | null): string {
  if (party.kind === 'role') return roleName(party.role, kind)
  return party.kind === 'person' ? party.name : party.text
}

/** The party that a printed name means: a role where the name is one, else the words. */
export function partyNamed(name: string, kind: UnitKind | null): Party {
  const folded = fold(name)
  const role = ROLE_KEYS.find((key) => fold(roleName(key, kind)) === folded) ?? ROLE_KEYS.find((key) => fold(roleName(key)) === folded)
  return role ? { kind: 'role', role } : { kind: 'words', text: name }
}
