import type { Rule } from './pdf-rules.ts'

/** A cell between ruling lines; merged cells reach over several columns or rows. */
export interface GridCell {
  readonly row: number
  readonly column: number
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
}

export interface Grid {
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
  /** The upright lines from left to right. */
  readonly columns: readonly number[]
  readonly rowCount: number
  readonly cells: readonly GridCell[]
}

const TOUCH = 3
const MAX_LINES = 400

/** The ruled tables of a page, from the top: groups of lines that touch and part at least two rows or columns. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  return connected(rules)
    .flatMap((group) => gridOf(group) ?? [])
    .toSorted((one, other) => one.y1 - other.y1)
}

function connected(rules: readonly Rule[]): Rule[][] {
  const sorted = rules.toSorted((one, other) => one.x1 - other.x1)
  const parents = sorted.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parents[root] !== root) root = parents[root] ?? root
    parents[at] = root
    return root
  }
  sorted.forEach((rule, at) => {
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next]
      if (other === undefined || other.x1 > rule.x2 + TOUCH) break
      if (other.y1 <= rule.y2 + TOUCH && rule.y1 <= other.y2 + TOUCH) parents[rootOf(next)] = rootOf(at)
    }
  })
  const groups = new Map<number, Rule[]>()
  sorted.forEach((rule, at) => {
    const root = rootOf(at)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [rule])
    else group.push(rule)
  })
  return [...groups.values()]
}

const isLevel = (rule: Rule) => rule.x2 - rule.x1 > rule.y2 - rule.y1

function gridOf(rules: readonly Rule[]): Grid | null {
  const level = rules.filter(isLevel)
  const upright = rules.filter((rule) => !isLevel(rule))
  const ys = positions(level.map((rule) => rule.y1))
  const xs = positions(upright.map((rule) => rule.x1))
  const isTable = (xs.length >= 3 && ys.length >= 2) || (xs.length >= 2 && ys.length >= 3)
  if (!isTable || xs.length > MAX_LINES || ys.length > MAX_LINES) return null
  const cells = cellsOf(xs, ys, level, upright)
  const last = <T>(values: readonly T[]) => values[values.length - 1] as T
  return { x1: xs[0] ?? 0, x2: last(xs), y1: ys[0] ?? 0, y2: last(ys), columns: xs, rowCount: ys.length - 1, cells }
}

/** Lines of a drawing lie a hair apart; those within 2.5 points are one. */
function positions(values: readonly number[]): number[] {
  const groups: number[][] = []
  for (const value of values.toSorted((one, other) => one - other)) {
    const group = groups.at(-1)
    if (group !== undefined && value - (group.at(-1) ?? value) <= 2.5) group.push(value)
    else groups.push([value])
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length)
}

function cellsOf(xs: readonly number[], ys: readonly number[], level: readonly Rule[], upright: readonly Rule[]): GridCell[] {
  const at = (values: readonly number[], index: number) => values[index] ?? 0
  const wallLeftOf = (row: number, column: number) => {
    const middle = (at(ys, row) + at(ys, row + 1)) / 2
    return upright.some((rule) => Math.abs(rule.x1 - at(xs, column)) < TOUCH && rule.y1 <= middle && rule.y2 >= middle)
  }
  const floorAbove = (row: number, column: number) => {
    const middle = (at(xs, column) + at(xs, column + 1)) / 2
    return level.some((rule) => Math.abs(rule.y1 - at(ys, row)) < TOUCH && rule.x1 <= middle && rule.x2 >= middle)
  }
  const rows = ys.length - 1
  const columns = xs.length - 1
  const taken = new Set<number>()
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue
      let right = column
      while (right + 1 < columns && !wallLeftOf(row, right + 1) && !taken.has(row * columns + right + 1)) right += 1
      let bottom = row
      while (bottom + 1 < rows && !floorAbove(bottom + 1, column)) bottom += 1
      for (let r = row; r <= bottom; r += 1) for (let c = column; c <= right; c += 1) taken.add(r * columns + c)
      cells.push({ row, column, x1: at(xs, column), x2: at(xs, right + 1), y1: at(ys, row), y2: at(ys, bottom + 1) })
    }
  }
  return cells
}
