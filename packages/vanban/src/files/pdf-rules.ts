import type { PdfEngine } from './pdf-engine.ts'

/** A straight line, level or upright, that a page draws; y counts down. */
export interface Rule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** a b c d e f: x' = ax + cy + e, y' = bx + dy + f */
export type Matrix = readonly [number, number, number, number, number, number]

type Point = readonly [number, number]

const MAX_RULES = 6000
const SHORTEST = 6
/** A filled rectangle thinner than this is a line. */
const THICKEST = 2.5

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Level and upright lines among the drawing instructions, stroked or filled as thin boxes. */
export function rulesOf(operators: Operators, ops: PdfEngine['OPS'], frame: Matrix): Rule[] {
  const rules: Rule[] = []
  const stack: Matrix[] = []
  let matrix = frame
  const fills = new Set([ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke])
  const strokes = new Set([ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke])
  operators.fnArray.forEach((operator, at) => {
    if (rules.length >= MAX_RULES) return
    const args = operators.argsArray[at]
    switch (operator) {
      case ops.save:
        stack.push(matrix)
        break
      case ops.restore:
        matrix = stack.pop() ?? frame
        break
      case ops.transform:
        matrix = multiply(matrix, matrixOf(args))
        break
      case ops.paintFormXObjectBegin:
        stack.push(matrix)
        matrix = multiply(matrix, matrixOf((args as readonly unknown[] | null)?.[0]))
        break
      case ops.paintFormXObjectEnd:
        matrix = stack.pop() ?? frame
        break
      case ops.constructPath: {
        const [paint, paths] = args as readonly [number, readonly (ArrayLike<number> | null)[]]
        const path = paths?.[0]
        if (path) rules.push(...rulesOfPath(path, matrix, fills.has(paint), strokes.has(paint)))
        break
      }
    }
  })
  return rules
}

/** Six numbers as a matrix; anything else changes nothing. */
export function matrixOf(value: unknown): Matrix {
  const numbers = Array.from((value ?? []) as ArrayLike<number>)
  const [a, b, c, d, e, f] = numbers
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) return IDENTITY
  return [a, b, c, d, e, f]
}

/** Paths come as numbers: 0 move, 1 line, 2 curve, 3 curve of three points, 4 close, each before its coordinates. */
function rulesOfPath(path: ArrayLike<number>, matrix: Matrix, isFilled: boolean, isStroked: boolean): Rule[] {
  const rules: Rule[] = []
  let polygon: Point[] = []
  const place = (at: number): Point => {
    const x = path[at] ?? 0
    const y = path[at + 1] ?? 0
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
  }
  const end = () => {
    if (isFilled) rules.push(...thinBox(polygon))
    polygon = []
  }
  const lineTo = (point: Point) => {
    const from = polygon.at(-1)
    if (isStroked && from !== undefined) rules.push(...straight(from, point))
    polygon.push(point)
  }
  for (let at = 0; at < path.length; ) {
    switch (path[at]) {
      case 0:
        end()
        polygon.push(place(at + 1))
        at += 3
        break
      case 1:
        lineTo(place(at + 1))
        at += 3
        break
      case 2:
        polygon.push(place(at + 5))
        at += 7
        break
      case 3:
        polygon.push(place(at + 3))
        at += 5
        break
      default: {
        const first = polygon[0]
        if (first !== undefined) lineTo(first)
        at += 1
      }
    }
  }
  end()
  return rules
}

function straight([ax, ay]: Point, [bx, by]: Point): Rule[] {
  const dx = Math.abs(ax - bx)
  const dy = Math.abs(ay - by)
  const isRule = (dy < 1 && dx > SHORTEST) || (dx < 1 && dy > SHORTEST)
  return isRule ? [{ x1: Math.min(ax, bx), x2: Math.max(ax, bx), y1: Math.min(ay, by), y2: Math.max(ay, by) }] : []
}

function thinBox(points: readonly Point[]): Rule[] {
  if (points.length < 4) return []
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top < THICKEST) return straight([left, (top + bottom) / 2], [right, (top + bottom) / 2])
  if (right - left < THICKEST) return straight([(left + right) / 2, top], [(left + right) / 2, bottom])
  return []
}
