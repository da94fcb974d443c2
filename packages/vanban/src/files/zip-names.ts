const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const MAX_NAMES = 5000

/**
 * Entry names of a ZIP, without unpacking anything: from its directory and from the headers of the entries, of which
 * one is left when the end is cut off. Never throws.
 */
export function zipEntryNames(bytes: Uint8Array): string[] {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return [...new Set([...namesAfter(content, CENTRAL_HEADER, 28, 46), ...namesAfter(content, LOCAL_HEADER, 26, 30)])]
}

function namesAfter(content: Buffer, signature: number, lengthAt: number, nameAt: number): string[] {
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(signature)
  const names: string[] = []
  for (let at = content.indexOf(mark); at >= 0 && names.length < MAX_NAMES; at = content.indexOf(mark, at + 4)) {
    if (at + nameAt > content.length) break
    const length = content.readUInt16LE(at + lengthAt)
    if (length > 0 && length < 512) names.push(content.toString('utf8', at + nameAt, at + nameAt + length))
  }
  return names
}
