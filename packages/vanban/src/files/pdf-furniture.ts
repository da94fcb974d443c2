import type { Line } from './pdf-lines.ts'

interface PageLines {
  readonly height: number
  readonly lines: readonly Line[]
}

const PAGE_NUMBER = /^(?:trang\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*\/\s*\d{1,3})?$/iu
/** A rule typed with hyphens under a title. */
const TYPED_RULE = /^[-–—_=*~\s]{3,}$/
/** Text that signing software stamps beside the document. */
const STAMP = /đã ký lên văn bản này|^(?:Người ký|Ký bởi|Thời gian ký|Signature Not Verified|Digitally signed by)\b/iu

/**
 * The lines of each page without page numbers, running heads and feet, and stamps of signing software.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I: số trang ở giữa lề trên, không hiển thị ở trang thứ nhất
 */
export function withoutPageNumbers(pages: readonly PageLines[]): Line[][] {
  const repeated = repeatedLines(pages)
  return pages.map((page) => {
    const edges = edgeLines(page)
    return page.lines.filter((line) => {
      if (STAMP.test(line.text) || TYPED_RULE.test(line.text)) return false
      if (!edges.includes(line)) return true
      return !PAGE_NUMBER.test(line.text) && !repeated.has(keyOf(line))
    })
  })
}

/** The two first and two last lines, where they stand in the margins. */
function edgeLines({ lines, height }: PageLines): Line[] {
  return [
    ...lines.slice(0, 2).filter((line) => line.y < height * 0.1),
    ...lines.slice(-2).filter((line) => line.y > height * 0.91),
  ]
}

const keyOf = (line: Line) => line.text.replace(/\d+/g, '#')
/** An item of a list is text, however often it stands at the top of a page. */
const LISTED = /^[-–+•]\s/u

function repeatedLines(pages: readonly PageLines[]): ReadonlySet<string> {
  if (pages.length < 3) return new Set()
  const found = new Map<string, Map<number, string>>()
  for (const [number, page] of pages.entries()) {
    for (const line of edgeLines(page)) {
      if (LISTED.test(line.text)) continue
      const texts = found.get(keyOf(line)) ?? new Map<number, string>()
      found.set(keyOf(line), texts.set(number, line.text))
    }
  }
  return new Set([...found].filter(([, texts]) => texts.size >= pages.length * 0.6 && countsPages(texts)).map(([key]) => key))
}

/** Lines that differ in their numbers are one running line when a number follows that of the page. */
function countsPages(texts: ReadonlyMap<number, string>): boolean {
  if (new Set(texts.values()).size === 1) return true
  const steps = [...texts].map(([page, text]) => (text.match(/\d+/gu) ?? []).map((number) => Number(number) - page))
  const [first = []] = steps
  return first.some((step, at) => steps.every((own) => own[at] === step))
}
