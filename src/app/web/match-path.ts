interface Pathed {
  readonly path: string
}

/**
 * The screen whose path fits best: `/ke-hoach/bat-dau` before `/ke-hoach/$planId`, word by word from the left.
 * A slash at the end does not count.
 */
export function matchPath<Screen extends Pathed>(screens: readonly Screen[], pathname: string): { screen: Screen; params: Readonly<Record<string, string>> } | null {
  const words = wordsOf(pathname)
  const fitting = screens.map((screen) => ({ screen, pattern: wordsOf(screen.path) })).filter(({ pattern }) => fits(pattern, words))
  const best = fitting.sort((a, b) => precision(b.pattern).localeCompare(precision(a.pattern)))[0]
  if (!best) return null
  const params = best.pattern.flatMap((word, at) => (word.startsWith('$') ? [[word.slice(1), decoded(words[at]!)]] : []))
  return { screen: best.screen, params: Object.fromEntries(params) }
}

function wordsOf(path: string): string[] {
  return path.split('/').filter(Boolean)
}

function fits(pattern: readonly string[], words: readonly string[]): boolean {
  return pattern.length === words.length && pattern.every((word, at) => word.startsWith('$') || word === words[at])
}

/** `10` for `/ke-hoach/$planId`: the greater, the more words are fixed, the first ones above all. */
function precision(pattern: readonly string[]): string {
  return pattern.map((word) => (word.startsWith('$') ? '0' : '1')).join('')
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}
