import { describe, expect, it } from 'vitest'
import { detectFileKind } from './detect.ts'
import { aDocx, aPdf, aZip, wordParagraph } from './samples.ts'
import { decodeText } from './text-encoding.ts'

const compound = (stream: string) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(64)])
const docx = aDocx({ body: wordParagraph('x'.repeat(50)) })

describe('the kind of a file', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blanks only', Buffer.from(' \n \n'), 'empty'],
    ['a DOCX', docx, 'docx'],
    ['a DOCX cut off before its directory', docx.subarray(0, docx.length - 120), 'docx'],
    ['a PDF', aPdf([{ texts: [{ text: 'x', x: 90, y: 90 }] }]), 'pdf'],
    ['a PDF after stray bytes', Buffer.concat([Buffer.from('\r\n\0\0'), aPdf([{ texts: [] }])]), 'pdf'],
    ['Word 97', compound('WordDocument'), 'doc'],
    ['a DOCX under a password', compound('EncryptedPackage'), 'docx_encrypted'],
    ['Excel 97', compound('Workbook'), 'xls'],
    ['a workbook', aZip([{ name: 'xl/workbook.xml', content: '<x/>' }]), 'xlsx'],
    ['OpenDocument', aZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true }]), 'odt'],
    ['another archive', aZip([{ name: 'a.txt', content: 'a' }]), 'zip'],
    ['RTF', Buffer.from('{\\rtf1\\ansi x}'), 'rtf'],
    ['a web page', Buffer.from('<!DOCTYPE html><html><body>Kế hoạch</body></html>'), 'html'],
    ['a picture', Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'), 'image'],
    ['a photograph', Buffer.from('\u00ff\u00d8\u00ff\u00e000JFIF', 'latin1'), 'image'],
    ['text', Buffer.from('KẾ HOẠCH\nNăm 2026'), 'text'],
    ['a program', Buffer.from('\u007fELF\u0002\u0001\u0001\0\0\0', 'latin1'), 'other'],
  ])('of %s is told by its content', (_, bytes, kind) => {
    expect(detectFileKind(bytes)).toBe(kind)
  })
})

describe('a plain text', () => {
  const text = 'Kế hoạch bình đẳng giới, ngày 08 tháng 3 năm 2026'
  const utf16be = Buffer.from(text, 'utf16le').swap16()

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without one', Buffer.from(text, 'utf16le')],
    ['UTF-16, high byte first', utf16be],
    // Windows-1258: the tone follows its vowel as a code of its own.
    ['Windows-1258', windows1258(text)],
    ['TCVN3', Buffer.from('KÕ ho¹ch b×nh ®¼ng giíi, ngµy 08 th¸ng 3 n¨m 2026', 'latin1')],
    ['VNI', Buffer.from('Keá hoaïch bình ñaúng giôùi, ngaøy 08 thaùng 3 naêm 2026', 'latin1')],
  ])('in %s comes out in Unicode', (_, bytes) => {
    expect(decodeText(bytes)?.replace('\ufeff', '').normalize('NFC')).toBe(text)
  })

  it('in a Western encoding stays Western', () => {
    expect(decodeText(Buffer.from('Le présent règlement', 'latin1'))).toBe('Le présent règlement')
  })
})

function windows1258(text: string): Buffer {
  const decoder = new TextDecoder('windows-1258')
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]))
  const bytes = Array.from(text, (letter) => {
    const own = codes.get(letter)
    if (own !== undefined) return [own]
    const parts = [...letter.normalize('NFD')]
    const base = codes.get(parts.slice(0, 2).join('').normalize('NFC')) ?? codes.get(parts[0] ?? '')
    const shape = parts.filter((mark) => /[\u0302\u0306\u031b]/.test(mark))
    const tone = parts.filter((mark) => /[\u0300\u0301\u0303\u0309\u0323]/.test(mark))
    const vowel = codes.get(((parts[0] ?? '') + shape.join('')).normalize('NFC')) ?? base ?? 63
    return [vowel, ...tone.map((mark) => codes.get(mark) ?? 63)]
  })
  return Buffer.from(bytes.flat())
}
