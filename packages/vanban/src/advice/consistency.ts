import { fold } from '../vietnamese.ts'
import { adviceOn, type Advice, type Draft, type Paragraph } from './text.ts'

/** What is said twice, spans that are not as long as they are called, and the parts of the form that do not fit each other. */
export function checkConsistency(draft: Draft): readonly Advice[] {
  return [...saidTwice(draft), ...draft.paragraphs.flatMap(spans), ...selfRecipient(draft), ...bareSymbol(draft)]
}

const FEWEST_WORDS = 10

function saidTwice({ paragraphs }: Draft): readonly Advice[] {
  const seen = new Set<string>()
  return paragraphs.flatMap((paragraph): Advice[] => {
    const { text, place, isHeading, isAppendix } = paragraph
    const words = fold(text).match(/[a-z0-9]+/g) ?? []
    if (place.part !== 'body' || isHeading || isAppendix || words.length < FEWEST_WORDS) return []
    const key = words.join(' ')
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const end = Math.min(text.length, 80)
    return [adviceOn(paragraph, { code: 'duplicate-content', severity: 'info', start: 0, end, note: 'Nội dung này đã nêu ở phần trên.' })]
  })
}

const SPAN = /tuần lễ[^.;]{0,120}?từ (?:ngày )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\s*(?:đến|-|–)\s*(?:hết )?(?:ngày )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?/giu
const DAY = 86_400_000
/** A week of work days or a whole one, counted from its first or to its last day. */
const WEEK = { least: 5, most: 8 }

function spans(paragraph: Paragraph): readonly Advice[] {
  return [...paragraph.text.matchAll(SPAN)].flatMap((match): Advice[] => {
    const [, fromDay, fromMonth, fromYear, toDay, toMonth, toYear] = match
    const year = Number(toYear ?? fromYear ?? 2024)
    const days = (Date.UTC(year, Number(toMonth) - 1, Number(toDay)) - Date.UTC(Number(fromYear ?? year), Number(fromMonth) - 1, Number(fromDay))) / DAY + 1
    if (days >= WEEK.least && days <= WEEK.most) return []
    return [adviceOn(paragraph, { code: 'duration-inconsistent', severity: 'info', start: match.index, end: match.index + match[0].length, note: days < 1 ? 'Ngày kết thúc đứng trước ngày bắt đầu.' : `Gọi là tuần lễ nhưng kéo dài ${days} ngày.` })]
  })
}

/** The one who signs need not be sent the document. */
function selfRecipient({ model: { signer, recipients }, paragraphs }: Draft): readonly Advice[] {
  const name = signer?.name
  if (!name) return []
  return paragraphs.flatMap((paragraph): Advice[] => {
    const start = paragraph.place.part === 'recipients' && recipients.includes(paragraph.text) ? paragraph.text.indexOf(name) : -1
    return start < 0 ? [] : [adviceOn(paragraph, { code: 'self-recipient', severity: 'info', start, end: start + name.length, note: 'Người ký không cần đứng trong nơi nhận.' })]
  })
}

/** “Số: 5/KH”: the symbol of a named type has the letters of its issuer. */
function bareSymbol({ model: { header } }: Draft): readonly Advice[] {
  const { symbol, number, docType } = header
  if (symbol === null || docType === null || docType === 'Công văn' || !/^\p{Lu}[\p{L}]{0,3}-?$/u.test(symbol.trim())) return []
  return [{ code: 'symbol-incomplete', severity: 'info', quote: `${number ?? ''}/${symbol}`, note: 'Ký hiệu chưa có chữ viết tắt tên cơ quan ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục I.3).' }]
}
