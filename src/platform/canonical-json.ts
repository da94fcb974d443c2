/** JSON with the keys of every object in order, so that equal values give equal text; `undefined` is null. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value))
}

/** The value as JSON has it, keys in order; the same before and after it went through `jsonb`. */
export function canonical(value: unknown): unknown {
  if (value === undefined) return null
  const plain: unknown = JSON.parse(JSON.stringify(value))
  return sorted(plain)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
