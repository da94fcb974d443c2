import type { DocumentModel, Section } from '@songhanh/vanban/model'
import type { PlainDate } from '#platform/clock.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { formatNumber } from '#platform/i18n/number.ts'
import { askedUnits, type MissingUnit, type WhyMissing } from './choose-reports.ts'

const WHY = {
  not_given: 'Chưa có báo cáo',
  after_cut_off: 'Gửi sau thời điểm chốt số liệu',
  not_accepted: 'Đã gửi, chưa được tiếp nhận',
  not_chosen: 'Không thuộc phạm vi tổng hợp',
  exempt: 'Được miễn báo cáo',
} as const satisfies Record<WhyMissing, string>

export interface PrintedConsolidation {
  readonly title: string
  /** Null for the Ministry. */
  readonly superior: string | null
  readonly cutOff: PlainDate
  readonly included: readonly string[]
  readonly missing: readonly MissingUnit[]
}

/** The document of a report whose figures stand for many units: it says of how many, and names those that are missing. */
export function consolidationDocument(report: DocumentModel, { title, superior, cutOff, included, missing }: PrintedConsolidation): DocumentModel {
  const asked = askedUnits(included.map((unitId) => ({ unitId })), missing).length
  const of = `${formatNumber(included.length)}/${formatNumber(asked)} đơn vị`
  return {
    ...report,
    header: { ...report.header, title, addressees: superior ? [superior] : [] },
    lead: `${(report.lead ?? '').replace(/ như sau:$/, '')}, tổng hợp từ báo cáo của ${of}, chốt đến hết ngày ${formatDay(cutOff)}, như sau:`,
    sections: [...report.sections, ...(missing.length > 0 ? [missingUnits(missing)] : [])],
    closing: `Trên đây là ${title.charAt(0).toLowerCase()}${title.slice(1)} của ${report.header.issuerName}./.`,
  }
}

function missingUnits(missing: readonly MissingUnit[]): Section {
  const rows = missing.map(({ unitName, why }, at) => [String(at + 1), unitName, WHY[why]])
  return {
    label: 'Phụ lục',
    title: 'Đơn vị chưa có số liệu trong báo cáo tổng hợp',
    kind: 'appendix',
    depth: 1,
    items: [{ table: { head: [['TT', 'Đơn vị', 'Lý do']], rows, widths: [1, 7, 5] } }],
    children: [],
  }
}
