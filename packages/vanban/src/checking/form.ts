import type { Finding, Section } from '../model.ts'
import { fold, squeeze } from '../vietnamese.ts'
import { allSections, countItems } from '../reading/walk.ts'
import { paragraphsOf, quoteAround, type Subject } from './page-evidence.ts'

/** Parts that Decree 30 asks for and that are absent, blank or in the wrong place. */
export function checkForm(subject: Subject): readonly Finding[] {
  return [...checkHead(subject), ...checkSignature(subject), ...checkPlaceholders(subject), ...checkAppendices(subject), ...checkSections(subject)]
}

function checkHead({ model: { header }, page }: Subject): readonly Finding[] {
  const found: Finding[] = []
  if (page && !page.hasLetterhead) found.push({ code: 'missing-letterhead', severity: 'info', quote: null, note: 'Không có tên cơ quan ban hành và Quốc hiệu ở đầu văn bản.' })
  const elsewhere = header.numberSource === 'appendix'
  if (header.number === null || elsewhere) {
    const note = elsewhere ? 'Số, ký hiệu chỉ ghi ở phụ lục.' : header.symbol === null ? 'Không có dòng số, ký hiệu.' : 'Số văn bản để trống.'
    found.push({ code: 'missing-number', severity: 'error', quote: elsewhere ? (page?.caption ?? null) : (page?.numberLine ?? null), note })
  }
  const partial = header.date === null || header.date.length < 10
  if (partial || header.dateSource === 'appendix') {
    const quote = header.dateSource === 'appendix' ? (page?.caption ?? null) : (page?.dateLine ?? null)
    found.push({ code: 'missing-date', severity: 'error', quote, note: header.date === null ? 'Không ghi ngày ban hành.' : 'Ngày ban hành chưa đủ ngày, tháng, năm ở đầu văn bản.' })
  }
  if (page && header.date !== null && !page.dateAtHead && page.dateLine !== null) {
    found.push({ code: 'date-position', severity: 'warning', quote: page.dateLine, note: 'Địa danh và ngày tháng không đặt ở đầu văn bản.' })
  }
  if (page?.regarding && header.docType !== 'Công văn') {
    found.push({ code: 'format-vv', severity: 'warning', quote: page.regarding, note: 'Văn bản có tên loại không dùng dòng “V/v”.' })
  }
  return found
}

function checkSignature({ model: { signer, header }, page }: Subject): readonly Finding[] {
  if (signer === null || (signer.name === null && signer.position === null && signer.authority === null)) {
    return [{ code: 'missing-signer', severity: page?.garbled ? 'info' : 'error', quote: null, note: 'Không có phần ký tên.' }]
  }
  const found: Finding[] = []
  if (signer.name !== null && signer.position === null && signer.authority === null) {
    found.push({ code: 'missing-signer-position', severity: 'error', quote: signer.name, note: 'Có họ tên nhưng không có chức vụ của người ký.' })
  }
  const committee = /^(?:uy ban nhan dan|ubnd)\b/.test(fold(header.issuer ?? ''))
  if (committee && signer.authority !== null && /^KT\s*\./iu.test(signer.authority) && !/TM\s*\./iu.test(signer.authority)) {
    found.push({ code: 'signer-authority', severity: 'info', quote: signer.authority, note: 'Ký thay Chủ tịch nhưng thiếu dòng “TM. ỦY BAN NHÂN DÂN”.' })
  }
  if (/^(?:ban|hội đồng|tiểu ban|tổ) /iu.test(header.issuer ?? '') && /giam doc|hieu truong/.test(fold(signer.position ?? ''))) {
    found.push({ code: 'issuer-mismatch', severity: 'info', quote: header.issuer, note: 'Cơ quan ban hành nêu trong văn bản không phải cơ quan của người ký.' })
  }
  return found
}

const BLANK = /\(\s*\)|\[\s*\]|\.{7,}|…{3,}|_{4,}|<[^<>]{2,40}>/gu

function checkPlaceholders(subject: Subject): readonly Finding[] {
  const { model } = subject
  // The forms of an appendix are there to be filled in.
  const texts = subject.passages.filter(({ path }) => path[0]?.kind !== 'appendix').map(({ text }) => text)
  return [...model.preamble, ...(model.lead === null ? [] : [model.lead]), ...texts, ...model.recipients].flatMap((text) => {
    const match = BLANK.exec(text)
    BLANK.lastIndex = 0
    return match ? [{ code: 'empty-placeholder', severity: 'warning' as const, quote: quoteAround(text, match.index, match.index + match[0].length, 2, 0), note: 'Chỗ để trống chưa điền.' }] : []
  })
}

const ANNOUNCED = /(?:\(?(?:kèm|đính kèm|gửi kèm)(?: theo)?\s+(?:các\s+)?(?:phụ lục|biểu mẫu)|(?:theo|tại|chi tiết tại|có)\s+(?:các\s+)?phụ lục(?:\s+(?:[IVX\d]+|kèm theo|đính kèm))?)/iu
const ANNOUNCES_LIST = /văn bản|danh mục|danh sách/iu

function checkAppendices(subject: Subject): readonly Finding[] {
  const appendices = subject.model.sections.filter((section) => section.kind === 'appendix')
  const found: Finding[] = []
  if (appendices.length === 0 && subject.page) {
    for (const text of paragraphsOf(subject)) {
      const match = ANNOUNCED.exec(text)
      if (match && !/(?:nghị định|nghị quyết|thông tư|quyết định|luật)[^.;]{0,40}$/iu.test(text.slice(0, match.index)) && !/^\s*(?:ban hành|của|số)?\s*(?:kèm theo\s+)?(?:nghị định|nghị quyết|thông tư|quyết định|luật|công văn|kế hoạch số|hướng dẫn số|chương trình)/iu.test(text.slice(match.index + match[0].length))) {
        found.push({ code: 'missing-appendix', severity: 'warning', quote: quoteAround(text, match.index, match.index + match[0].length, 2, 2), note: 'Có nhắc đến phụ lục nhưng không thấy phụ lục.' })
        break
      }
    }
  }
  for (const appendix of appendices) {
    const plan = appendix.children.some((child) => child.kind === 'tasks' || child.kind === 'objectives')
    if (ANNOUNCES_LIST.test(appendix.title) && plan) found.push({ code: 'title-mismatch', severity: 'error', quote: appendix.title, note: 'Tên phụ lục nói về danh mục nhưng nội dung là một kế hoạch.' })
  }
  return found
}

const PREPOSITIONS = /(?:^|\s)(?:của|với|cho|và|về|đến|các|từ|tại|theo|do|là|ở|trong|giữa|thuộc|bởi|để|hoặc|,)$/iu
const BODY_IN_HEADING = /(?<=\p{Ll})\s+((?:Ban|Sở|UBND|Ủy ban|Trường|Nhà trường|Phòng|Hội đồng|Hiệu trưởng|Công đoàn|Đoàn)(?=\s)[^,.;:]{2,90}?\s(?:thực hiện|tổ chức|xây dựng|triển khai|phối hợp|chủ trì))(?=\s)/u

function mergedHeading(section: Section): Finding | null {
  if (section.runIn || !/(?:cụ thể|như sau|sau)$/iu.test(section.title) || section.title.split(' ').length < 15) return null
  const match = BODY_IN_HEADING.exec(section.title)
  if (!match || PREPOSITIONS.test(section.title.slice(0, match.index))) return null
  return { code: 'merged-heading', severity: 'warning', quote: quoteAround(section.title, match.index + 1, match.index + match[0].length, 2, 0), note: 'Tên mục viết liền với câu dẫn.' }
}

function checkSections({ model }: Subject): readonly Finding[] {
  const found: Finding[] = []
  for (const { section, path } of allSections(model.sections)) {
    if (path[0]?.kind === 'appendix') continue
    const merged = mergedHeading(section)
    if (merged) found.push(merged)
    if (countItems(section) === 0 && section.children.length === 0 && (section.leadIns ?? []).length === 0 && section.label !== null) {
      found.push({ code: 'empty-section', severity: 'info', quote: squeeze(section.title), note: 'Mục không có nội dung.' })
    }
  }
  for (const clause of model.preamble) {
    const match = /;\s+(?:Căn cứ|Thực hiện|Theo đề nghị)\s/u.exec(clause)
    if (match) found.push({ code: 'merged-basis', severity: 'warning', quote: quoteAround(clause, match.index, match.index + match[0].length, 4, 3), note: 'Hai căn cứ viết trong một đoạn.' })
  }
  return found
}
