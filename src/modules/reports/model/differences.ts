import { cellsOf, type Body } from './body.ts'

/** Figures of a submitted body that the records give otherwise now. */
export function differencesOf(submitted: Body, now: Body): { key: string; given: number | null; now: number | null }[] {
  const current = new Map(cellsOf(now).map((cell) => [cell.key, cell]))
  return cellsOf(submitted).flatMap((cell) => {
    const found = current.get(cell.key)
    return found && found.value !== cell.value ? [{ key: cell.key, given: cell.value, now: found.value }] : []
  })
}
