import type { SheetFault } from '../sheet-contract.ts'

/** Everything in a sheet that is wrong in the same way, and where: cells by the column that they stand in. */
export interface FaultGroup {
  readonly sheet: string
  readonly code: string
  readonly params: SheetFault['params']
  readonly places: readonly { readonly column: string; readonly cells: readonly string[] }[]
}

/** Faults as a person mends them: one kind of mistake at a time, in the order in which they were found. */
export function groupFaults(faults: readonly SheetFault[]): FaultGroup[] {
  const groups = new Map<string, SheetFault[]>()
  for (const fault of faults) {
    const key = JSON.stringify([fault.sheet, fault.code, fault.params])
    groups.set(key, [...(groups.get(key) ?? []), fault])
  }
  return [...groups.values()].map((same) => {
    const columns = [...new Set(same.map(({ column }) => column ?? ''))]
    const cellsOf = (name: string) => same.filter(({ column }) => (column ?? '') === name).map(({ cell, row }) => cell ?? (row === null ? '' : String(row)))
    const { sheet, code, params } = same[0]!
    return { sheet, code, params, places: columns.map((column) => ({ column, cells: cellsOf(column).filter(Boolean) })) }
  })
}
