const DEEPEST = 40

/**
 * Whether the parts of an ASN.1 structure fill their wholes to the byte: its libraries read on where a length is wrong.
 * Lengths that are left open (BER) are taken as they are.
 */
export function isWellNested(bytes: Uint8Array): boolean {
  const end = endOf(bytes, 0, bytes.length, 0)
  return end !== null
}

/** Where the structure that begins here ends; null when it does not hold together. */
function endOf(bytes: Uint8Array, start: number, limit: number, depth: number): number | null {
  const tag = bytes[start]
  const first = bytes[start + 1]
  if (tag === undefined || first === undefined || start + 2 > limit || depth > DEEPEST) return null
  // Tags of several bytes and open lengths: read by the library alone.
  if ((tag & 0x1f) === 0x1f || first === 0x80) return limit
  const wide = first < 0x80 ? 0 : first - 0x80
  if (wide > 4) return null
  const length = wide === 0 ? first : Buffer.from(bytes.buffer, bytes.byteOffset + start + 2, wide).readUIntBE(0, wide)
  const from = start + 2 + wide
  const end = from + length
  if (end > limit) return null
  if ((tag & 0x20) === 0) return end
  for (let at = from; at < end; ) {
    const next = endOf(bytes, at, end, depth + 1)
    if (next === null) return null
    at = next
  }
  return end
}
