import { planYear } from '../reading/time-expressions.ts'
import { adviceOn, type Advice, type Draft } from './text.ts'

const LOOKS_BACK = /kết quả|năm trước|tổng kết|so với|giai đoạn|từ năm|đến năm|năm học|đánh giá|đã |trong những năm|cùng kỳ|chuyển sang/iu
const OF_THIS_PLAN = /(?:kế hoạch|công tác|hoạt động|nhiệm vụ|nội dung|chương trình|mục tiêu|chỉ tiêu)[^.;“”()]{0,80}?năm (20\d{2})(?!\s*[-–/]\s*20)/giu

/** A plan of 2026 whose own words still say 2025: what is left when last year's text is copied. Citations keep their years. */
export function checkWrongYear({ model, paragraphs, cited }: Draft): readonly Advice[] {
  const year = planYear(model.header.title, model.header.date)
  if (year === null) return []
  return paragraphs
    .filter(({ place }) => place.part !== 'preamble' && place.part !== 'situation' && place.part !== 'recipients')
    .flatMap((paragraph) =>
      [...paragraph.text.matchAll(OF_THIS_PLAN)].flatMap((match) => {
        const at = match.index + match[0].length - 4
        const inCitation = cited.some(({ paragraph: text, start, subjectEnd }) => text === paragraph.text && at >= start && at <= Math.max(subjectEnd, start))
        if (Number(match[1]) !== year - 1 || inCitation || LOOKS_BACK.test(paragraph.text)) return []
        return [adviceOn(paragraph, { code: 'wrong-year', severity: 'warning', start: at, end: at + 4, note: `Kế hoạch này của năm ${year}.`, right: String(year) })]
      }),
    )
}
