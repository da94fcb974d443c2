import type { TopicId } from '#modules/plans/model/topics.ts'
import { MAIN } from './people.ts'

/** What the writer did with the tasks of a topic: struck them out, left them without days, gave them to somebody. */
export type Treatment = 'left_out' | 'undated' | { readonly leadBy: string }

/** How far a plan has come, through whose hands, and on which day of its year each step was done. */
export interface PlanStory {
  readonly unitKey: string
  /** User names. */
  readonly writer: string
  readonly head: string
  readonly clerk: string
  readonly from: 'template' | 'superior'
  /** Month and day. */
  readonly begun: string
  readonly submitted?: string
  readonly issued?: string
  readonly number?: number
  readonly toAllBelow?: boolean
  readonly treated?: Partial<Readonly<Record<TopicId, Treatment>>>
  /** Points of the superior that do not concern the unit, by words in them, and why not. */
  readonly notApplicable?: readonly (readonly [words: string, reason: string])[]
  /** What somebody of the unit wrote beside the draft. */
  readonly comment?: { readonly by: string; readonly text: string }
}

export const LAST_YEAR: readonly PlanStory[] = [
  { ...handsOf(MAIN.highSchool), from: 'template', begun: '01-06', submitted: '01-13', issued: '01-15', number: 5 },
  { ...handsOf(MAIN.primarySchool), from: 'template', begun: '01-07', submitted: '01-14', issued: '01-17', number: 3 },
  { ...handsOf(MAIN.kindergarten), from: 'template', begun: '01-08', submitted: '01-15', issued: '01-20', number: 2 },
]

export const DEPARTMENT: PlanStory = {
  ...handsOf(MAIN.department, 'chuyenvien', 'giamdoc'),
  from: 'template',
  begun: '01-05',
  submitted: '01-09',
  issued: '01-12',
  number: 45,
  toAllBelow: true,
}

/** Answers to the Department's plan; the high school's is left to the visitor. */
export const THIS_YEAR: readonly PlanStory[] = [
  {
    ...handsOf('thptbolua'),
    from: 'superior',
    begun: '01-15',
    submitted: '01-22',
    issued: '01-26',
    number: 4,
    notApplicable: [
      ['hoàn thành tiểu học', 'Trường trung học phổ thông không có học sinh tiểu học.'],
      ['Chỉ đạo các trường mầm non, tiểu học', 'Nhiệm vụ của Ủy ban nhân dân xã, phường.'],
    ],
  },
  {
    ...handsOf(MAIN.primarySchool),
    from: 'superior',
    begun: '01-19',
    submitted: '01-28',
    treated: { publication: { leadBy: `truyenthong.${MAIN.primarySchool}` }, survey: { leadBy: `thuky.${MAIN.primarySchool}` }, counselling: { leadBy: `vuviec.${MAIN.primarySchool}` } },
    comment: { by: `thuky.${MAIN.primarySchool}`, text: 'Đề nghị tổ chức khảo sát trước khai giảng để kịp đưa kết quả vào kế hoạch học kỳ I.' },
  },
  { ...handsOf(MAIN.kindergarten), from: 'superior', begun: '01-20', treated: { survey: 'left_out', cooperation: 'left_out', movements: 'left_out', statistics: 'undated', materials: 'undated' } },
  { ...handsOf('thcsbolua'), from: 'superior', begun: '01-21', treated: { materials: 'left_out', survey: 'left_out', commendation: 'undated' } },
]

function handsOf(unitKey: string, writer = 'truongban', head = 'hieutruong') {
  return { unitKey, writer: `${writer}.${unitKey}`, head: `${head}.${unitKey}`, clerk: `vanthu.${unitKey}` }
}
