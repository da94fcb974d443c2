import type { FormTable, TableColumn } from '../model/form.ts'

const NUMBER: TableColumn = { key: 'number', label: 'Số lượng' }
const TOTAL: TableColumn = { key: 'total', label: 'Lượt người' }
const FEMALE: TableColumn = { key: 'female', label: 'Nữ', filter: { sex: ['F'] } }
const SHARE: TableColumn = { key: 'share', label: 'Tỷ lệ nữ (%)', share: { part: 'female', whole: 'total' } }
const PEOPLE = ['total', 'female', 'share'] as const

export const actionMonthTable: FormTable = {
  code: 'TH',
  title: 'Hoạt động trong Tháng hành động',
  columns: [NUMBER, TOTAL, FEMALE, SHARE],
  rows: [
    { key: 'events', label: 'Hoạt động của Tháng hành động', measure: 'action_month.count', only: ['number'] },
    { key: 'people', label: 'Lượt người tham gia', measure: 'action_month.contacts', only: PEOPLE },
    { key: 'pupils', label: 'Trong đó: học sinh', measure: 'action_month.contacts', filter: { audience: ['pupils'] }, only: PEOPLE },
    { key: 'posts', label: 'Tin, bài, sản phẩm đăng tải', measure: 'publication.count', only: ['number'] },
    { key: 'banners', label: 'Băng rôn, pa nô, áp phích', measure: null, only: ['number'] },
    { key: 'leaflets', label: 'Tờ rơi, tài liệu phát hành', measure: null, only: ['number'] },
    { key: 'cost', label: 'Kinh phí (đồng)', measure: 'action_month.cost', only: ['number'] },
  ],
}

export const violenceTable: FormTable = {
  code: 'BLHD',
  title: 'Bạo lực học đường trong học kỳ (chỉ nêu số lượng)',
  columns: [{ ...TOTAL, label: 'Tổng số' }, FEMALE, SHARE],
  rows: [
    { key: 'cases', label: 'Vụ việc', measure: null, only: ['total'], sumOf: ['physical', 'verbal', 'online'] },
    { key: 'physical', label: 'Trong đó: thân thể', measure: null, only: ['total'] },
    { key: 'verbal', label: 'Trong đó: lời nói, cô lập', measure: null, only: ['total'] },
    { key: 'online', label: 'Trong đó: trên mạng', measure: null, only: ['total'] },
    { key: 'harmed', label: 'Học sinh bị bạo lực', measure: null },
    { key: 'harming', label: 'Học sinh gây bạo lực', measure: null },
    { key: 'supported', label: 'Học sinh được hỗ trợ, can thiệp', measure: null },
    { key: 'counselling', label: 'Lượt học sinh được tư vấn', measure: 'counselling.contacts' },
  ],
}
