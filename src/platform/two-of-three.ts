import { randomBytes } from 'node:crypto'

/** What one of three holds: half of each pair that it belongs to. */
export type Piece = Buffer

/** The pairs of three, and which half of each is whose: one holds a random mask, the other the secret under it. */
const PAIRS = [[0, 1], [0, 2], [1, 2]] as const

/**
 * Divides a secret among three, so that any two of them give it back and one alone knows nothing: for each pair one gets
 * random bytes, the other the secret masked by them. Nothing is computed that could be got wrong, as the polynomials of
 * Shamir could; with three it costs two halves each.
 */
export function splitForThree(secret: Uint8Array): [Piece, Piece, Piece] {
  const halves = PAIRS.map(() => randomBytes(secret.length))
  const pieceOf = (holder: number) =>
    Buffer.concat(PAIRS.flatMap(([first, second], pair) => (holder === first ? [halves[pair]!] : holder === second ? [masked(secret, halves[pair]!)] : [])))
  return [pieceOf(0), pieceOf(1), pieceOf(2)]
}

/**
 * The secret from two pieces.
 * @param holders  whose pieces they are, 0 to 2, in the order of `pieces`
 * @throws RangeError for pieces of one holder, or of unlike lengths
 */
export function joinTwo(holders: readonly [number, number], pieces: readonly [Piece, Piece]): Buffer {
  const pair = PAIRS.find(([first, second]) => holders.includes(first) && holders.includes(second))
  const length = pieces[0].length
  if (!pair || holders[0] === holders[1] || length !== pieces[1].length || length % 2 !== 0) throw new RangeError('two pieces of two holders are needed')
  const [one, two] = holders.map((holder, at) => halfOf(pieces[at]!, holder, pair))
  return masked(one!, two!)
}

/** The half of a holder's piece that belongs to the pair. */
function halfOf(piece: Piece, holder: number, pair: readonly [number, number]): Buffer {
  const own = PAIRS.filter(([first, second]) => first === holder || second === holder)
  const at = own.findIndex(([first, second]) => first === pair[0] && second === pair[1])
  const length = piece.length / 2
  return piece.subarray(at * length, (at + 1) * length)
}

function masked(bytes: Uint8Array, mask: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte, at) => byte ^ mask[at]!))
}
