/** Where a page ended, as text that travels to the client and back: unreadable on purpose, it is no contract. */
export function writePlace(place: readonly (string | number)[] | null): string | null {
  if (place === null) return null
  const bytes = new TextEncoder().encode(JSON.stringify(place))
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** The place that `writePlace` wrote; null when it is none of ours, so that the list begins at the beginning. */
export function readPlace(text: string | undefined): [number, string, string] | null {
  if (!text) return null
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))
    const parts: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!Array.isArray(parts)) return null
    const [rank, name, id] = parts as unknown[]
    const isPlace = Number.isInteger(rank) && typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)
    return isPlace ? [rank as number, name as string, id as string] : null
  } catch {
    return null
  }
}
