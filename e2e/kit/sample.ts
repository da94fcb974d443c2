import type { Choice } from '#platform/web/choice.ts'

export const owners: readonly Choice[] = [
  'Ban Vì sự tiến bộ của phụ nữ',
  'Công đoàn',
  'Đoàn trường',
  'Phó Hiệu trưởng',
  'Tổ Hóa – Sinh',
  'Tổ Ngữ văn',
  'Tổ tư vấn học đường',
  'Văn phòng',
].map((text) => ({ value: text, text }))

export interface School {
  readonly id: string
  readonly name: string
  readonly commune: string
  readonly state: 'returned' | 'missing' | 'writing' | 'waiting' | 'done' | 'exempt'
  readonly filled: number
  readonly submittedOn: string | null
}

export const schools: readonly School[] = [
  { id: '1', name: 'THPT Sông Hồng', commune: 'P. Hồng Hà', state: 'returned', filled: 22, submittedOn: '2026-05-15' },
  { id: '2', name: 'THPT Lê Lợi', commune: 'X. Đông Sơn', state: 'missing', filled: 0, submittedOn: null },
  { id: '3', name: 'THCS Hoa Ban', commune: 'X. Nậm Cắn', state: 'writing', filled: 8, submittedOn: null },
  { id: '4', name: 'TH Kim Đồng', commune: 'P. Trung Tâm', state: 'waiting', filled: 24, submittedOn: '2026-05-17' },
  { id: '5', name: 'MN Hoa Sữa', commune: 'P. Trung Tâm', state: 'done', filled: 24, submittedOn: '2026-05-12' },
  { id: '6', name: 'TT GDTX số 1', commune: 'P. Hồng Hà', state: 'exempt', filled: 0, submittedOn: null },
]
