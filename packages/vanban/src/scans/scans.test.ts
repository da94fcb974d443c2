import { describe, expect, it } from 'vitest'
import { deskew, skewOf, turn } from './deskew.ts'
import { emptyRaster, type Raster } from './raster.ts'
import { rulesOfRaster } from './raster-rules.ts'
import { layOutScan } from './scan-job.ts'
import { pageOfWords } from './recognised-page.ts'
import { wordsOfTsv, type RecognisedWord } from './recognised-word.ts'

/** A page of grey lines of print, as a scanner sees them from afar. */
function aPage(): Raster {
  const page = emptyRaster(1100, 1550)
  for (let line = 0; line < 30; line += 1) {
    for (let y = 150 + line * 40; y < 165 + line * 40; y += 1) {
      for (let x = 130; x < 980; x += 1) if (Math.floor(x / 17) % 4 !== 0) page.data[y * page.width + x] = 40
    }
  }
  return page
}

describe('a crooked page', () => {
  it.each([-3, -0.8, 0, 1.5, 4])('of %d degrees is set straight', (degrees) => {
    const crooked = turn(aPage(), -degrees)
    expect(skewOf(crooked)).toBeCloseTo(degrees, 0)
    expect(Math.abs(skewOf(deskew(crooked)))).toBeLessThan(0.2)
  })

  it('without lines of print stays as it is', () => {
    const blank = emptyRaster(400, 600)
    expect(deskew(blank)).toBe(blank)
  })
})

describe('the lines of a table', () => {
  it('are found, also with breaks in them; letters and bars are none', () => {
    const page = emptyRaster(1000, 1000)
    const ink = (x1: number, y1: number, x2: number, y2: number) => {
      for (let y = y1; y < y2; y += 1) for (let x = x1; x < x2; x += 1) page.data[y * 1000 + x] = 0
    }
    ink(100, 200, 500, 203)
    ink(503, 200, 900, 203)
    ink(100, 200, 103, 600)
    ink(300, 400, 330, 430)
    ink(100, 800, 900, 860)
    expect(rulesOfRaster(page, 200)).toEqual([
      { x1: 100, x2: 899, y1: 201, y2: 201 },
      { x1: 101, x2: 101, y1: 200, y2: 599 },
    ])
  })
})

const word = (text: string, left: number, top: number, line: string, confidence = 0.95): RecognisedWord => ({ text, left, top, width: text.length * 22, height: 34, confidence, line })
const lineOf = (text: string, left: number, top: number, confidence = 0.95): RecognisedWord[] => {
  let x = left
  return text.split(' ').map((part) => {
    const found = word(part, x, top, `${left}.${top}`, confidence)
    x += found.width + 14
    return found
  })
}

describe('the words of a scanned page', () => {
  const page = {
    number: 1,
    dpi: 200,
    width: 1654,
    height: 2339,
    rules: [],
    words: [
      ...lineOf('TRƯỜNG HOA BAN', 190, 150),
      ...lineOf('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 720, 150),
      ...lineOf('Số: 27/KH-HB', 230, 240),
      ...lineOf('An Hòa, ngày 05 tháng 02 năm 2026', 800, 240, 0.6),
      ...lineOf('KẾ HOẠCH', 700, 340),
      ...lineOf('Công tác bình đẳng giới năm 2026', 500, 390),
      ...lineOf('HI. NỘI DUNG', 240, 480),
      word('~', 40, 900, 'dust', 0.1),
    ],
  }

  it('are laid out by the two columns of the letterhead, each a paragraph', async () => {
    const { blocks } = await layOutScan([page], 'test')
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : 'TABLE'))).toEqual(
      expect.arrayContaining(['TRƯỜNG HOA BAN', 'Số: 27/KH-HB', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'An Hòa, ngày 05 tháng 02 năm 2026', 'KẾ HOẠCH', 'III. NỘI DUNG']),
    )
  })

  it('that are doubtful are named, numbers before all, with their place', async () => {
    const { lines = [], warnings } = await layOutScan([page], 'test')
    expect(warnings).toContain('Số và ngày cần xem lại trước: 05, 02, 2026')
    const [doubt] = lines.flatMap((line) => line.doubts ?? [])
    expect(doubt).toMatchObject({ text: 'An', confidence: 0.6, box: { x: expect.closeTo(800 / 1654, 2), y: expect.closeTo(240 / 2339, 1) } })
  })

  it('of dust are left out', () => {
    expect(pageOfWords(page).items.map((item) => item.text.trim())).not.toContain('~')
  })
})

it('reads the table of tesseract', () => {
  const tsv = 'level\tpage_num\n4\t1\t1\t1\t1\t0\t5\t6\t70\t20\t-1\t\n5\t1\t1\t1\t1\t1\t5\t6\t30\t20\t91.5\tHòa\n5\t1\t1\t1\t1\t2\t50\t6\t30\t20\t95\t \n'
  expect(wordsOfTsv(tsv)).toEqual([{ text: 'Hòa', left: 5, top: 6, width: 30, height: 20, confidence: 0.915, line: '1.1.1.1' }])
})
