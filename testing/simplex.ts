/** What is known: a sum of cells with factors equals a number. */
export interface Equation {
  readonly factors: readonly number[]
  readonly equals: number
}

const NEARLY = 1e-9

/**
 * The least and the most that one cell can be, when no cell is negative and all equations hold: two linear programs, by the
 * simplex method with Bland's rule. Made for tables of a few hundred cells.
 *
 * @throws Error when the equations contradict each other
 */
export function rangeOf(equations: readonly Equation[], cells: number, cell: number): { least: number; most: number } {
  const aim = (sign: number) => Array.from({ length: cells }, (_, at) => (at === cell ? sign : 0))
  return { least: minimum(equations, aim(1)), most: -minimum(equations, aim(-1)) }
}

/** The least value of a linear aim; minus infinity where there is none. */
function minimum(equations: readonly Equation[], aim: readonly number[]): number {
  const { rows, basis } = feasible(equations, aim.length)
  return improve(rows, basis, [...aim], aim.length)
}

/** A starting point: artificial cells, driven out one after the other. */
function feasible(equations: readonly Equation[], cells: number): { rows: number[][]; basis: number[] } {
  const rows = equations.map(({ factors, equals }, at) => {
    const sign = equals < 0 ? -1 : 1
    return [...factors.map((factor) => sign * factor), ...equations.map((_, other) => (other === at ? 1 : 0)), sign * equals]
  })
  const basis = equations.map((_, at) => cells + at)
  const left = improve(rows, basis, [...Array.from({ length: cells }, () => 0), ...equations.map(() => 1)], cells + equations.length)
  if (left > 1e-6) throw new Error('the equations contradict each other')
  for (const [row, at] of basis.entries()) {
    if (at < cells) continue
    const column = rows[row]!.findIndex((value, place) => place < cells && Math.abs(value) > NEARLY)
    if (column >= 0) pivot(rows, basis, row, column)
  }
  const real = basis.flatMap((at, row) => (at < cells ? [row] : []))
  return { rows: real.map((row) => [...rows[row]!.slice(0, cells), rows[row]!.at(-1)!]), basis: real.map((row) => basis[row]!) }
}

function improve(rows: number[][], basis: number[], aim: number[], cells: number): number {
  for (;;) {
    const reduced = (column: number) => aim[column]! - rows.reduce((all, row, at) => all + aim[basis[at]!]! * row[column]!, 0)
    let enters = -1
    for (let column = 0; column < cells && enters < 0; column++) if (!basis.includes(column) && reduced(column) < -NEARLY) enters = column
    if (enters < 0) return rows.reduce((all, row, at) => all + aim[basis[at]!]! * row.at(-1)!, 0)
    let leaves = -1
    let best = Infinity
    for (const [at, row] of rows.entries()) {
      if (row[enters]! <= NEARLY) continue
      const ratio = row.at(-1)! / row[enters]!
      if (ratio < best - NEARLY || (Math.abs(ratio - best) <= NEARLY && basis[at]! < basis[leaves]!)) [best, leaves] = [ratio, at]
    }
    if (leaves < 0) return -Infinity
    pivot(rows, basis, leaves, enters)
  }
}

function pivot(rows: number[][], basis: number[], at: number, column: number): void {
  const row = rows[at]!
  const by = row[column]!
  for (let place = 0; place < row.length; place++) row[place] = row[place]! / by
  for (const [other, values] of rows.entries()) {
    const factor = values[column]!
    if (other === at || Math.abs(factor) < NEARLY) continue
    for (let place = 0; place < values.length; place++) values[place] = values[place]! - factor * row[place]!
  }
  basis[at] = column
}
