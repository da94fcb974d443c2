/** A run of words that both texts have, or only one of them. */
export interface DiffPart {
  readonly op: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Above this product of lengths the middle is shown as wholly replaced, to keep a key stroke fast. */
const MOST_CELLS = 250_000

/** What changed between two sentences, word by word, longest common part first. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const old = before.split(/\s+/).filter((word) => word !== '')
  const now = after.split(/\s+/).filter((word) => word !== '')
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  const middle = diffMiddle(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  const same = (words: readonly string[]): readonly DiffPart[] => words.map((text) => ({ op: 'same', text }))
  return joined([...same(old.slice(0, head)), ...middle, ...same(tail === 0 ? [] : old.slice(-tail))])
}

function diffMiddle(old: readonly string[], now: readonly string[]): readonly DiffPart[] {
  const removed = (words: readonly string[]): readonly DiffPart[] => words.map((text) => ({ op: 'removed', text }))
  const added = (words: readonly string[]): readonly DiffPart[] => words.map((text) => ({ op: 'added', text }))
  if (old.length === 0 || now.length === 0 || old.length * now.length > MOST_CELLS) return [...removed(old), ...added(now)]
  const width = now.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const parts: DiffPart[] = []
  let [row, column] = [0, 0]
  while (row < old.length && column < now.length) {
    const word = old[row] ?? ''
    if (word === now[column]) {
      parts.push({ op: 'same', text: word })
      row++
      column++
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      parts.push({ op: 'removed', text: word })
      row++
    } else {
      parts.push({ op: 'added', text: now[column] ?? '' })
      column++
    }
  }
  return [...parts, ...removed(old.slice(row)), ...added(now.slice(column))]
}

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const runs: DiffPart[] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last && last.op === part.op) runs[runs.length - 1] = { op: part.op, text: `${last.text} ${part.text}` }
    else runs.push(part)
  }
  return runs
}
