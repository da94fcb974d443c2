import { MAIN } from './people.ts'

/** Women and men of an audience. */
type People = readonly [female: number, male: number]

export interface ActivityStory {
  readonly unitKey: string
  /** User name of who wrote it down. */
  readonly by: string
  /** Month and day of the story's year. */
  readonly on: string
  readonly kind: string
  readonly title: string
  readonly place?: string
  readonly result?: string
  readonly fields?: Readonly<Record<string, string | number>>
  readonly people: Readonly<Partial<Record<'managers' | 'teachers' | 'staff' | 'pupils' | 'parents' | 'community', People>>>
  /** Thousands of đồng. */
  readonly cost?: number
  /** Words of the task of the plan that it carries out. */
  readonly task?: string
  /** A web address, or two colours of an invented picture. */
  readonly link?: string
  readonly picture?: readonly [string, string]
}

const BOLUA = { unitKey: 'thptbolua', by: 'truongban.thptbolua' } as const
const SONGMO = { unitKey: MAIN.highSchool, by: `giaovien.${MAIN.highSchool}` } as const
const SONGMO_NEWS = { unitKey: MAIN.highSchool, by: `truyenthong.${MAIN.highSchool}` } as const
const PRIMARY = { unitKey: MAIN.primarySchool, by: `thuky.${MAIN.primarySchool}` } as const
const KINDERGARTEN = { unitKey: MAIN.kindergarten, by: `thuky.${MAIN.kindergarten}` } as const

/** What the schools of the demo did in the year. */
export const ACTIVITIES: readonly ActivityStory[] = [
  { ...BOLUA, on: '01-29', kind: 'meeting', title: 'Họp Ban Vì sự tiến bộ của phụ nữ triển khai kế hoạch năm', place: 'Phòng họp', fields: { body: 'committee' }, people: { managers: [1, 1], teachers: [4, 2], staff: [1, 0] } },
  { ...BOLUA, on: '03-06', kind: 'visit', title: 'Thăm, tặng quà nữ giáo viên có hoàn cảnh khó khăn dịp 8/3', fields: { occasion: 'day_8_3', support_value: 3_000_000 }, people: { teachers: [6, 0] }, cost: 3_000 },
  {
    ...BOLUA, on: '03-09', kind: 'communication', title: 'Sinh hoạt dưới cờ: Bình đẳng giới từ lớp học đến gia đình', place: 'Sân trường', result: 'Học sinh ba khối tham gia hỏi đáp; nam sinh và nữ sinh cùng dẫn chương trình.',
    fields: { channel: 'flag_ceremony', topic: 'gender_equality' }, people: { teachers: [19, 14], pupils: [128, 117] }, cost: 1_200, task: 'truyền thông', picture: ['#0b4f5c', '#ffb81c'],
  },
  { ...BOLUA, on: '03-24', kind: 'lesson', title: 'Lồng ghép giới trong môn Giáo dục kinh tế và pháp luật lớp 11', fields: { subject: 'civics', periods: 4, classes: 2 }, people: { pupils: [41, 40] } },
  { ...BOLUA, on: '04-16', kind: 'training_attended', title: 'Tập huấn nghiệp vụ công tác bình đẳng giới do Sở tổ chức', fields: { organiser: 'Sở Giáo dục và Đào tạo tỉnh Sông Mơ', topic: 'law', days: 1 }, people: { managers: [1, 1], teachers: [2, 1] } },
  { ...BOLUA, on: '05-12', kind: 'counselling', title: 'Tư vấn học đường tháng 5', fields: { concern: 'study', setting: 'individual', sessions: 9 }, people: { pupils: [6, 3] } },
  { ...BOLUA, on: '09-14', kind: 'communication', title: 'Tọa đàm phòng, chống bạo lực học đường trên cơ sở giới', place: 'Nhà đa năng', fields: { channel: 'talk', topic: 'school_violence' }, people: { teachers: [17, 12], pupils: [121, 124], parents: [22, 11] }, cost: 2_500 },
  { ...BOLUA, on: '10-16', kind: 'contest', title: 'Hội thi Tài năng không phân biệt giới', fields: { form: 'stage', entries: 18, prizes: 6 }, people: { teachers: [12, 9], pupils: [88, 79] }, cost: 6_000, picture: ['#6d3fa0', '#e2f0f2'] },
  { ...BOLUA, on: '11-17', kind: 'action_month', title: 'Lễ phát động Tháng hành động vì bình đẳng giới', place: 'Sân trường', fields: { form: 'launch', banners: 3 }, people: { managers: [1, 2], teachers: [20, 15], pupils: [126, 121] }, cost: 1_800 },

  { ...SONGMO, on: '01-20', kind: 'meeting', title: 'Họp Ban Vì sự tiến bộ của phụ nữ đầu năm', fields: { body: 'committee' }, people: { managers: [1, 1], teachers: [5, 2] } },
  { ...SONGMO_NEWS, on: '03-05', kind: 'publication', title: 'Bài viết: Những nữ sinh yêu khoa học', fields: { channel: 'website', topic: 'stereotypes', products: 1 }, people: {}, link: 'https://thptsongmo.example.vn/nu-sinh-yeu-khoa-hoc' },
  { ...SONGMO, on: '03-16', kind: 'lesson', title: 'Lồng ghép giới trong tiết Ngữ văn lớp 10', fields: { subject: 'literature', periods: 3, classes: 2 }, people: { pupils: [42, 44] } },
  { ...SONGMO, on: '04-20', kind: 'communication', title: 'Ngoại khóa: An toàn trên không gian mạng cho nữ sinh và nam sinh', place: 'Sân trường', fields: { channel: 'extracurricular', topic: 'online_safety' }, people: { teachers: [14, 9], pupils: [131, 126] }, cost: 1_500, picture: ['#135c35', '#fff1cf'] },
  { ...SONGMO, on: '05-05', kind: 'club', title: 'Câu lạc bộ Bình đẳng tháng 5', fields: { club_name: 'Câu lạc bộ Bình đẳng', topic: 'gender_equality', sessions: 2 }, people: { pupils: [18, 13] } },
  { ...SONGMO, on: '09-21', kind: 'parents_event', title: 'Chuyên đề cho cha mẹ học sinh: Cùng con chọn nghề không định kiến', fields: { form: 'talk', topic: 'stereotypes' }, people: { parents: [96, 61], teachers: [10, 6] }, cost: 2_000 },
  { ...SONGMO_NEWS, on: '10-11', kind: 'publication', title: 'Bài viết nhân Ngày Quốc tế trẻ em gái', fields: { channel: 'facebook', topic: 'gender_equality', products: 2 }, people: {}, link: 'https://thptsongmo.example.vn/ngay-quoc-te-tre-em-gai' },
  { ...SONGMO, on: '10-19', kind: 'communication', title: 'Sinh hoạt lớp chủ đề Tôn trọng và yêu thương', fields: { channel: 'class_meeting', topic: 'gender_violence' }, people: { teachers: [6, 0], pupils: [127, 129] } },
  { ...SONGMO, on: '11-12', kind: 'counselling', title: 'Tư vấn học đường tháng 11', fields: { concern: 'friendship', setting: 'individual', sessions: 7 }, people: { pupils: [4, 3] } },
  { ...SONGMO, on: '11-16', kind: 'safe_school', title: 'Lắp hộp thư góp ý, công khai đường dây nóng 111', fields: { safety_measure: 'report_channel', places: 4 }, people: {} },

  { ...PRIMARY, on: '03-19', kind: 'contest', title: 'Vẽ tranh Gia đình hạnh phúc', fields: { form: 'drawing', entries: 64, prizes: 10 }, people: { pupils: [33, 31] }, cost: 800 },
  { ...PRIMARY, on: '04-07', kind: 'lesson', title: 'Hoạt động trải nghiệm: Việc nhà là việc chung', fields: { subject: 'experience', periods: 2, classes: 4 }, people: { pupils: [62, 66] } },
  { ...PRIMARY, on: '09-18', kind: 'communication', title: 'Truyền thông phòng, chống xâm hại trẻ em', fields: { channel: 'flag_ceremony', topic: 'child_abuse' }, people: { teachers: [15, 3], pupils: [155, 160] } },
  { ...PRIMARY, on: '10-20', kind: 'visit', title: 'Thăm hỏi nữ giáo viên dịp 20/10', fields: { occasion: 'day_20_10' }, people: { teachers: [14, 0] }, cost: 1_400 },
  { ...KINDERGARTEN, on: '06-01', kind: 'parents_event', title: 'Ngày hội gia đình: Bố cùng con đến trường', fields: { form: 'family_day' }, people: { parents: [71, 78], teachers: [16, 0] }, cost: 2_200 },
  { ...KINDERGARTEN, on: '10-14', kind: 'training_held', title: 'Tập huấn giáo viên về tổ chức hoạt động không định kiến giới cho trẻ', fields: { topic: 'stereotypes', meeting_form: 'in_person', days: 1 }, people: { managers: [2, 0], teachers: [17, 0] } },
]
