import type { Source } from '#core/facts/freeze.ts'

/** The first source that says something else than it did, is new, or is gone; undefined when nothing moved. */
export function movedSource(then: readonly Source[], now: readonly Source[]): Pick<Source, 'sourceTable' | 'sourceId'> | undefined {
  const before = new Map(then.map((source) => [keyOf(source), source.digest]))
  const after = new Set(now.map(keyOf))
  const moved = now.find((source) => before.get(keyOf(source)) !== source.digest) ?? then.find((source) => !after.has(keyOf(source)))
  return moved && { sourceTable: moved.sourceTable, sourceId: moved.sourceId }
}

const keyOf = ({ sourceTable, sourceId }: Source) => `${sourceTable} ${sourceId}`
