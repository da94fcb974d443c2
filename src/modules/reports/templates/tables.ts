import type { Filter, FormTable, TableColumn, TableRow } from '../model/form.ts'

// The tables of the appendix in our own words (B1–B15). What no register counts yet is entered by hand.

const TOTAL: TableColumn = { key: 'total', label: 'Tổng số' }
const FEMALE: TableColumn = { key: 'female', label: 'Nữ', filter: { sex: ['F'] } }
const SHARE: TableColumn = { key: 'share', label: 'Tỷ lệ nữ (%)', share: { part: 'female', whole: 'total' } }
const MINORITY: TableColumn = { key: 'minority', label: 'DTTS', filter: { ethnicity: ['minority'] } }
const MINORITY_FEMALE: TableColumn = { key: 'minority_female', label: 'Nữ DTTS', filter: { sex: ['F'], ethnicity: ['minority'] } }

const PEOPLE = [TOTAL, FEMALE, SHARE] as const
const PEOPLE_AND_MINORITY = [...PEOPLE, MINORITY, MINORITY_FEMALE] as const

const byHand = (key: string, label: string, more: Partial<TableRow> = {}): TableRow => ({ key, label, measure: null, ...more })
const counted = (key: string, label: string, measure: string, filter?: Filter, more: Partial<TableRow> = {}): TableRow => ({ key, label, measure, ...(filter ? { filter } : {}), ...more })
const table = (code: string, title: string, columns: readonly TableColumn[], rows: readonly TableRow[]): FormTable => ({ code, title, columns, rows })

const STAFF: Filter = { audience: ['managers', 'teachers', 'staff'] }

export const b1 = table('B1', 'Đội ngũ cán bộ quản lý, giáo viên, nhân viên', PEOPLE_AND_MINORITY, [
  byHand('all', 'Tổng số', { sumOf: ['managers', 'teachers', 'staff'] }),
  byHand('managers', 'Cán bộ quản lý'),
  byHand('teachers', 'Giáo viên'),
  byHand('staff', 'Nhân viên'),
  byHand('permanent', 'Trong đó: biên chế'),
  byHand('contract', 'Trong đó: hợp đồng'),
])

export const b2 = table('B2', 'Lãnh đạo, quản lý', PEOPLE, [
  byHand('head', 'Người đứng đầu đơn vị'),
  byHand('deputy', 'Cấp phó của người đứng đầu'),
  byHand('group_head', 'Tổ trưởng và tương đương'),
  byHand('group_deputy', 'Tổ phó và tương đương'),
  byHand('union', 'Chủ tịch Công đoàn'),
  byHand('youth', 'Bí thư Đoàn, Tổng phụ trách Đội'),
])

export const b3 = table('B3', 'Quy hoạch lãnh đạo, quản lý', PEOPLE, [byHand('planned', 'Người được quy hoạch'), byHand('trained', 'Trong đó: đã được đào tạo, bồi dưỡng')])

export const b4 = table('B4', 'Bổ nhiệm trong kỳ', PEOPLE, [
  byHand('all', 'Tổng số', { sumOf: ['new', 'again', 'moved'] }),
  byHand('new', 'Bổ nhiệm mới'),
  byHand('again', 'Bổ nhiệm lại'),
  byHand('moved', 'Luân chuyển, điều động'),
])

export const b5 = table('B5', 'Công tác Đảng', PEOPLE, [byHand('members', 'Đảng viên'), byHand('admitted', 'Kết nạp mới trong kỳ'), byHand('committee', 'Cấp ủy viên'), byHand('secretary', 'Bí thư, phó bí thư')])

export const b6 = table('B6', 'Trình độ', PEOPLE, [
  byHand('standard', 'Đạt chuẩn đào tạo'),
  byHand('above', 'Trên chuẩn'),
  byHand('master', 'Thạc sĩ'),
  byHand('doctor', 'Tiến sĩ'),
  byHand('studying', 'Đang học nâng trình độ'),
  byHand('politics', 'Lý luận chính trị từ trung cấp'),
])

export const b7 = table('B7', 'Tập huấn, bồi dưỡng về giới', [{ key: 'number', label: 'Số cuộc, lớp' }, { ...TOTAL, label: 'Lượt người' }, FEMALE, SHARE, { key: 'cost', label: 'Kinh phí (đồng)' }], [
  counted('held_number', 'Đơn vị tổ chức: số lớp', 'training_held.count', {}, { only: ['number'] }),
  counted('held', 'Đơn vị tổ chức: lượt người dự', 'training_held.contacts', {}, { only: ['total', 'female', 'share'] }),
  counted('held_cost', 'Đơn vị tổ chức: kinh phí', 'training_held.cost', {}, { only: ['cost'] }),
  counted('attended_number', 'Cử đi dự: số lớp', 'training_attended.count', {}, { only: ['number'] }),
  counted('attended', 'Cử đi dự: lượt người', 'training_attended.contacts', {}, { only: ['total', 'female', 'share'] }),
  byHand('children', 'Nữ mang theo con dưới 36 tháng được hỗ trợ khi đi học', { only: ['female'] }),
])

export const b8 = table('B8', 'Người học', [...PEOPLE_AND_MINORITY], [
  counted('enrolled', 'Trẻ, học sinh', 'pupils.enrolled'),
  counted('disabled', 'Trong đó: khuyết tật', 'pupils.disabled'),
  counted('due', 'Phải hoàn thành chương trình', 'pupils.due'),
  counted('completed', 'Hoàn thành chương trình', 'pupils.completed'),
  counted('moved_up', 'Lên lớp', 'pupils.moved_up'),
  counted('dropped_out', 'Bỏ học', 'pupils.dropped_out'),
])

export const b9 = table('B9', 'Lồng ghép giới trong giáo dục', [{ key: 'number', label: 'Số lượng' }, { ...TOTAL, label: 'Lượt học sinh' }, FEMALE, SHARE], [
  counted('lessons', 'Tiết, hoạt động lồng ghép', 'lesson.periods', {}, { only: ['number'] }),
  counted('classes', 'Lớp có lồng ghép', 'lesson.classes', {}, { only: ['number'] }),
  counted('lesson_pupils', 'Học sinh tham gia tiết lồng ghép', 'lesson.contacts', { audience: ['pupils'] }, { only: ['total', 'female', 'share'] }),
  counted('clubs', 'Sinh hoạt câu lạc bộ', 'club.count', {}, { only: ['number'] }),
  counted('contests', 'Cuộc thi, hội thi', 'contest.count', {}, { only: ['number'] }),
  counted('models', 'Mô hình, điển hình', 'model.count', {}, { only: ['number'] }),
])

export const b10 = table('B10', 'Truyền thông', [{ key: 'number', label: 'Số lượng' }, { ...TOTAL, label: 'Lượt người' }, FEMALE, { key: 'male', label: 'Nam', filter: { sex: ['M'] } }, SHARE], [
  counted('sessions', 'Cuộc truyền thông, phổ biến', 'communication.count', {}, { only: ['number'] }),
  counted('all', 'Lượt người tham dự', 'communication.contacts', {}, { only: ['total', 'female', 'male', 'share'], sumOf: ['staff', 'pupils', 'parents', 'community'] }),
  counted('staff', 'Trong đó: cán bộ, giáo viên, nhân viên', 'communication.contacts', STAFF, { only: ['total', 'female', 'male', 'share'] }),
  counted('pupils', 'Trong đó: học sinh', 'communication.contacts', { audience: ['pupils'] }, { only: ['total', 'female', 'male', 'share'] }),
  counted('parents', 'Trong đó: cha mẹ học sinh', 'communication.contacts', { audience: ['parents'] }, { only: ['total', 'female', 'male', 'share'] }),
  counted('community', 'Trong đó: cộng đồng', 'communication.contacts', { audience: ['community'] }, { only: ['total', 'female', 'male', 'share'] }),
  counted('posts', 'Tin, bài, sản phẩm đăng tải', 'publication.count', {}, { only: ['number'] }),
  counted('products', 'Ấn phẩm, sản phẩm truyền thông', 'publication.products', {}, { only: ['number'] }),
  counted('month', 'Hoạt động trong Tháng hành động', 'action_month.count', {}, { only: ['number'] }),
])

export const b11 = table('B11', 'Ban Vì sự tiến bộ của phụ nữ', [{ key: 'number', label: 'Số lượng' }, ...PEOPLE], [
  byHand('members', 'Thành viên Ban', { only: ['total', 'female', 'share'] }),
  byHand('trained', 'Trong đó: đã được tập huấn nghiệp vụ', { only: ['total', 'female', 'share'] }),
  counted('meetings', 'Cuộc họp của Ban', 'meeting.count', {}, { only: ['number'] }),
  byHand('inspections', 'Cuộc kiểm tra', { only: ['number'] }),
  byHand('inspected', 'Đơn vị được kiểm tra', { only: ['number'] }),
])

export const b12 = table('B12', 'Phòng ngừa, ứng phó bạo lực (chỉ nêu số lượng)', PEOPLE, [
  counted('counselling', 'Lượt học sinh được tư vấn', 'counselling.contacts'),
  byHand('cases', 'Vụ việc tiếp nhận', { only: ['total'] }),
  byHand('persons', 'Người bị bạo lực được phát hiện'),
  byHand('supported', 'Trong đó: được hỗ trợ ít nhất một dịch vụ'),
  byHand('referred', 'Trong đó: chuyển tuyến'),
])

export const b13 = table('B13', 'Thi đua, khen thưởng', PEOPLE, [byHand('all', 'Cá nhân được khen thưởng'), byHand('gender', 'Trong đó: riêng về bình đẳng giới'), byHand('groups', 'Tập thể được khen thưởng', { only: ['total'] })])

export const b14 = table('B14', 'Chế độ, chăm lo đời sống', PEOPLE, [
  byHand('maternity', 'Nghỉ thai sản đúng chế độ'),
  byHand('health', 'Được khám sức khỏe định kỳ'),
  counted('visits', 'Lượt người được thăm hỏi, hỗ trợ', 'visit.contacts'),
  byHand('toilets', 'Phòng vệ sinh riêng cho nữ', { only: ['total'] }),
])

const MONEY: readonly TableColumn[] = [{ key: 'planned', label: 'Dự toán (đồng)' }, { key: 'spent', label: 'Thực hiện (đồng)' }]

export const b15 = table('B15', 'Kinh phí', MONEY, [byHand('all', 'Tổng số', { sumOf: ['budget', 'social', 'other'] }), byHand('budget', 'Ngân sách nhà nước'), byHand('social', 'Xã hội hóa, tài trợ'), byHand('other', 'Nguồn khác')])
