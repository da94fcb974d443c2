import { encodingOfLetters, legacyToUnicode } from './legacy-encoding.ts'

// oxlint-disable-next-line no-control-regex -- what no text file contains
const BINARY = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f]/

/**
 * Text of a plain file in Unicode, or null when the bytes are no text.
 *
 * Tried in turn: UTF-8, UTF-16 (with or without a byte order mark), then the 8-bit encodings of old Vietnamese files:
 * TCVN3, VNI, Windows-1258; Western text (Windows-1252) last.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return asText(new TextDecoder(utf16).decode(bytes))
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== null) return asText(utf8)
  const western = asText(new TextDecoder('windows-1252').decode(bytes))
  if (western === null) return null
  const legacy = encodingOfLetters(western)
  if (legacy !== null) return legacyToUnicode(western, legacy)
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  return looksVietnamese(vietnamese) ? vietnamese : western
}

function asText(text: string): string | null {
  return BINARY.test(text) ? null : text
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length % 2 !== 0) return null
  // Without a mark: spaces and line ends have a zero byte always on the same side, and nothing else has zeros there.
  const sample = bytes.subarray(0, 4096)
  let evenZeros = 0
  let oddZeros = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) evenZeros += 1
    if (sample[at + 1] === 0) oddZeros += 1
  }
  const enough = sample.length / 8
  if (oddZeros > enough && evenZeros === 0) return 'utf-16le'
  if (evenZeros > enough && oddZeros === 0) return 'utf-16be'
  return null
}

/** In Windows-1258 the tone is a code of its own after the vowel; composed, it gives letters of the Vietnamese block. */
function looksVietnamese(text: string): boolean {
  const words = text.match(/\S+/g)?.length ?? 0
  const vietnamese = text.match(/[\u1ea0-\u1ef9ơưăđ]/giu)?.length ?? 0
  const stray = text.match(/[\u0300-\u036f]/g)?.length ?? 0
  return vietnamese > words * 0.2 && stray < vietnamese * 0.05
}
