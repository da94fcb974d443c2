import type { Section } from '../model.ts'
import { findObservances } from '../reading/observances.ts'
import { namesParty } from '../reading/parties.ts'
import { findTimes } from '../reading/time-expressions.ts'
import { countWords } from '../vietnamese.ts'
import type { Advice, Draft, Paragraph } from './text.ts'

const ASKS_FOR_NUMBER = /^(?:phấn đấu|tăng|giảm|nâng|đạt|duy trì|bảo đảm|đảm bảo)\s[^.;]*(?:tỷ lệ|tỉ lệ|số lượng|số lượt|số buổi|mức)/iu
const WHENEVER = /thường xuyên|hằng (?:năm|tháng|quý|tuần|ngày)|hàng (?:năm|tháng|quý|tuần|ngày)|định kỳ|cả năm|trong năm|mỗi (?:năm|học kỳ|tháng|quý|tuần)|học kỳ|khai giảng|khi có|theo (?:lịch|kế hoạch|chỉ đạo|hướng dẫn)/iu

/** Targets that cannot be measured, and parts of the tasks of which nobody knows when and by whom. */
export function checkVague(draft: Draft): readonly Advice[] {
  return [...targets(draft), ...tasks(draft)]
}

const isItem = ({ place, isHeading, isAppendix }: Paragraph): boolean => place.part === 'body' && !isHeading && !isAppendix

function targets({ model, paragraphs }: Draft): readonly Advice[] {
  const objectives = labelsOf(model.sections, 'objectives')
  return paragraphs
    .filter((paragraph) => isItem(paragraph) && objectives.has(paragraph.place.under[0] ?? '') && ASKS_FOR_NUMBER.test(paragraph.text) && !/\d/.test(paragraph.text))
    .map(({ text, place }) => ({ code: 'target-without-number', severity: 'info', quote: text.split(' ').slice(0, 12).join(' '), note: 'Chỉ tiêu chưa có con số và đơn vị nên cuối năm không đánh giá được.', place }))
}

/** One finding per section: a list of twenty would be read by nobody. */
function tasks({ model, paragraphs }: Draft): readonly Advice[] {
  if (!/^(?:Kế hoạch|Chương trình)/u.test(model.header.docType ?? '')) return []
  return [...labelsOf(model.sections, 'tasks')].flatMap((label) => {
    const items = paragraphs.filter((paragraph) => isItem(paragraph) && paragraph.place.under[0] === label && countWords(paragraph.text) >= 8)
    const found: Advice[] = []
    const tell = (code: string, lacking: readonly Paragraph[], what: string) => {
      const [first] = lacking
      if (!first || lacking.length * 2 < items.length) return
      found.push({ code, severity: 'info', quote: first.text.split(' ').slice(0, 12).join(' '), note: `${lacking.length} trong ${items.length} nội dung của mục ${label} chưa ghi ${what}.`, place: first.place })
    }
    tell('task-without-time', items.filter(({ text }) => !hasTime(text)), 'thời gian')
    tell('task-without-lead', items.filter(({ text }) => !namesParty(text) && !/(?:chủ trì|phụ trách|người thực hiện|phối hợp)/iu.test(text)), 'người hoặc bộ phận thực hiện')
    return found
  })
}

const hasTime = (text: string): boolean => WHENEVER.test(text) || findTimes(text, 2000).length > 0 || findObservances(text).length > 0

function labelsOf(sections: readonly Section[], kind: Section['kind']): ReadonlySet<string> {
  return new Set(sections.flatMap((section) => (section.kind === kind && section.label !== null ? [section.label] : [])))
}
