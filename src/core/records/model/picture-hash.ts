/** Width and height of the grey thumbnail that a hash is made of. */
export const HASH_SIDE = 9

/** Of 128 bits, how many may differ between two copies of one picture: re-saved, shrunk, slightly cropped. */
const TOLERANCE = 14

/** Fewer set or unset bits than this, and the picture is too plain to be told from others: a page, a wall. */
const LEAST_TEXTURE = 12

/**
 * Difference hash of a grey picture of `HASH_SIDE`²: whether each pixel is brighter than its right and its lower
 * neighbour, by more than noise. 32 hex digits; null for a picture too plain to be told from others.
 */
export function differenceHash(grey: Uint8Array): string | null {
  const bits: number[] = []
  for (let y = 0; y < HASH_SIDE - 1; y++) {
    for (let x = 0; x < HASH_SIDE - 1; x++) {
      const here = grey[y * HASH_SIDE + x]!
      bits.push(here > grey[y * HASH_SIDE + x + 1]! + 1 ? 1 : 0, here > grey[(y + 1) * HASH_SIDE + x]! + 1 ? 1 : 0)
    }
  }
  const set = bits.filter((bit) => bit === 1).length
  if (set < LEAST_TEXTURE || bits.length - set < LEAST_TEXTURE) return null
  return Array.from({ length: bits.length / 4 }, (_, at) => parseInt(bits.slice(at * 4, at * 4 + 4).join(''), 2).toString(16)).join('')
}

/** Parts of a picture that are hashed too, so that a cropped copy still meets its original: left, top, width, height in shares. */
export const CROPS: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 1, 1],
  [0.025, 0.025, 0.95, 0.95],
  [0.05, 0.05, 0.9, 0.9],
  [0.1, 0.1, 0.8, 0.8],
  [0.1, 0, 0.9, 1],
  [0, 0, 0.9, 1],
  [0, 0.1, 1, 0.9],
  [0, 0, 1, 0.9],
]

/** Whether two pictures are probably the same one. The first hash of each is that of the whole picture. */
export function isSamePicture(a: readonly string[], b: readonly string[]): boolean {
  const [wholeA, wholeB] = [a[0], b[0]]
  if (wholeA === undefined || wholeB === undefined) return false
  return b.some((part) => distance(wholeA, part) <= TOLERANCE) || a.some((part) => distance(wholeB, part) <= TOLERANCE)
}

/** How many bits of two hashes differ. */
export function distance(a: string, b: string): number {
  let bits = 0
  for (let at = 0; at < a.length; at++) {
    for (let rest = parseInt(a[at]!, 16) ^ parseInt(b[at] ?? '0', 16); rest > 0; rest >>= 1) bits += rest & 1
  }
  return bits
}
