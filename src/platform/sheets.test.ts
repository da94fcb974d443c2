import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readSheet, readTypedSheets, writeSheets } from './sheets.ts'

const rows = [
  ['Mã', 'Tên đơn vị'],
  ['01234', 'Trường Mầm non Thạch Bàn'],
]

const asText = (text: string) => new TextEncoder().encode(text)
const cellsOf = async (bytes: Uint8Array) => (await readSheet(bytes)).map((row) => row.cells)

describe('reading a table', () => {
  it('reads what it wrote, leading zeros kept', async () => {
    const bytes = await writeSheets([{ name: 'DonVi', columns: [{ header: 'Mã', width: 10 }, { header: 'Tên đơn vị', width: 40, choices: ['a', 'b'] }], rows: [rows[1]!] }])
    expect(await cellsOf(bytes)).toEqual(rows)
  })

  it.each([
    ['commas', 'Mã,Tên đơn vị\r\n01234,Trường Mầm non Thạch Bàn\r\n'],
    ['semicolons, as Excel writes in Vietnamese', '\uFEFFMã;Tên đơn vị\n01234;Trường Mầm non Thạch Bàn'],
    ['tabs and quotes', 'Mã\tTên đơn vị\n"01234"\t"Trường Mầm non  Thạch Bàn"\n\n'],
  ])('reads CSV with %s', async (_, text) => {
    expect(await cellsOf(asText(text))).toEqual(rows)
  })

  it('reads UTF-16 and composes letters', async () => {
    const utf16 = Buffer.from(`\uFEFF${'Mã\tTên đơn vị\n01234\tTrường Mầm non Thạch Bàn'.normalize('NFD')}`, 'utf16le')
    expect(await cellsOf(utf16)).toEqual(rows)
  })

  it('keeps quoted line breaks and commas within a cell, and numbers rows as the spreadsheet does', async () => {
    expect(await readSheet(asText('a,b\n\n"x, y","1\n2"\n'))).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 3, cells: ['x, y', '1 2'] },
    ])
  })
})

describe('writing a workbook', () => {
  it('keeps what looks like a formula as the text that somebody typed', async () => {
    const typed = ['=HYPERLINK("http://evil.example")', '+1+1', '-1', '@SUM(1)', "=cmd|'/C calc'!A0", '\t=1+1']
    const bytes = await writeSheets([{ name: 'A', columns: [{ header: 'Tên', width: 10 }], rows: typed.map((text) => [text]) }])
    const [sheet] = await readTypedSheets(bytes, 100)
    expect(sheet!.formulas).toEqual([])
    expect(JSON.stringify(sheet!.rows)).toContain('HYPERLINK')
  })
})

describe('a file that is no table', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['empty', asText(' , \n,')],
    ['legacy_xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['not_utf8', Uint8Array.from([0x54, 0xea, 0x6e, 0x2c, 0xd0])],
    ['wrong_type', Uint8Array.from([0x25, 0x50, 0x00, 0x01])],
    ['broken', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ['wrong_type', zip({ 'word/document.xml': Buffer.from('<a/>') })],
    ['broken', zip({ '[Content_Types].xml': Buffer.from('x'), 'xl/workbook.xml': Buffer.from('x') })],
  ])('is refused as %s', async (fault, bytes) => {
    await expect(readSheet(bytes)).rejects.toMatchObject({ name: 'UnreadableSheet', fault })
  })

  it('is refused as a bomb before it unfolds, honest or lying about its size', async () => {
    const huge = Buffer.alloc(50 * 1024 * 1024, 'a')
    await expect(readSheet(zip({ '[Content_Types].xml': Buffer.from('x'), 'xl/sheet.xml': huge }))).rejects.toMatchObject({ fault: 'bomb' })
    await expect(readSheet(zip({ '[Content_Types].xml': Buffer.from('x'), 'xl/sheet.xml': huge }, 1000))).rejects.toMatchObject({ fault: 'bomb' })
  })
})

/** A ZIP archive; `claimed` is the largest unpacked size that an entry tells, true or not. */
function zip(entries: Record<string, Buffer>, claimed?: number): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content)
    const facts = Buffer.alloc(22)
    facts.writeUInt16LE(8, 0)
    facts.writeUInt32LE(crc32(content), 6)
    facts.writeUInt32LE(packed.length, 10)
    facts.writeUInt32LE(Math.min(claimed ?? content.length, content.length), 14)
    facts.writeUInt16LE(name.length, 18)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), facts, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0]), facts, rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}
