import type { Role } from '#core/access/model/roles.ts'

/** A place in a unit that a person of the demo fills. */
export interface Post {
  /** The first half of the user name. */
  readonly slug: string
  readonly title: string
  readonly roles: readonly Role[]
}

const committee = {
  member: { slug: 'thanhvien', title: 'Chủ tịch Công đoàn', roles: ['member'] },
  secretary: { slug: 'thuky', title: 'Giáo viên, Thư ký Ban Vì sự tiến bộ của phụ nữ', roles: ['committee_secretary', 'teacher'] },
} as const satisfies Record<string, Post>

const clerk: Post = { slug: 'vanthu', title: 'Nhân viên văn thư', roles: ['clerk'] }
const viceHead: Post = { slug: 'truongban', title: 'Phó Hiệu trưởng, Trưởng ban Vì sự tiến bộ của phụ nữ', roles: ['committee_head'] }

/** Every role that a school has. */
export function everyPostOf(kind: 'upper_secondary' | 'primary' | 'kindergarten'): readonly Post[] {
  const leader = { upper_secondary: 'Bí thư Đoàn trường', primary: 'Tổng phụ trách Đội', kindergarten: 'Giáo viên phụ trách trang thông tin' }[kind]
  const counsellor = { upper_secondary: 'Giáo viên tư vấn học đường', primary: 'Giáo viên tư vấn học đường', kindergarten: 'Nhân viên y tế' }[kind]
  return [
    { slug: 'hieutruong', title: 'Hiệu trưởng', roles: ['principal'] },
    viceHead,
    committee.secretary,
    committee.member,
    clerk,
    { slug: 'giaovien', title: 'Giáo viên', roles: ['teacher'] },
    { slug: 'truyenthong', title: leader, roles: ['communicator', 'teacher'] },
    { slug: 'duyettin', title: 'Phó Hiệu trưởng', roles: ['content_reviewer'] },
    { slug: 'vuviec', title: counsellor, roles: ['case_handler'] },
    { slug: 'quantri', title: 'Nhân viên công nghệ thông tin', roles: ['administrator'] },
  ]
}

/** The least that a school needs to make its plan. */
export const FEW_SCHOOL_POSTS: readonly Post[] = [{ slug: 'hieutruong', title: 'Hiệu trưởng', roles: ['principal'] }, viceHead, clerk]

/** As in a school, but the head of a centre is its director. */
export const FEW_CENTRE_POSTS: readonly Post[] = [
  { slug: 'giamdoc', title: 'Giám đốc', roles: ['principal'] },
  { ...viceHead, title: 'Phó Giám đốc, Trưởng ban Vì sự tiến bộ của phụ nữ' },
  clerk,
]

export const DEPARTMENT_POSTS: readonly Post[] = [
  { slug: 'giamdoc', title: 'Giám đốc Sở', roles: ['principal'] },
  { slug: 'chuyenvien', title: 'Chuyên viên Phòng Tổ chức cán bộ', roles: ['department_officer'] },
  { slug: 'vanthu', title: 'Văn thư Sở', roles: ['clerk'] },
  { slug: 'truongban', title: 'Phó Giám đốc Sở, Trưởng ban Vì sự tiến bộ của phụ nữ ngành', roles: ['committee_head'] },
  { slug: 'thuky', title: 'Phó Trưởng phòng Tổ chức cán bộ, Thư ký ban', roles: ['committee_secretary'] },
  { slug: 'thanhvien', title: 'Phó Chủ tịch Công đoàn ngành', roles: ['member'] },
  { slug: 'nhanvien', title: 'Chuyên viên Văn phòng Sở', roles: ['teacher'] },
  { slug: 'truyenthong', title: 'Chuyên viên Phòng Chính trị, tư tưởng và công tác học sinh, sinh viên', roles: ['communicator'] },
  { slug: 'duyettin', title: 'Chánh Văn phòng Sở', roles: ['content_reviewer'] },
  { slug: 'vuviec', title: 'Chuyên viên phụ trách bảo vệ trẻ em', roles: ['case_handler'] },
  { slug: 'kiemtra', title: 'Trưởng đoàn kiểm tra', roles: ['inspector'] },
  { slug: 'quantri', title: 'Quản trị hệ thống', roles: ['administrator'] },
]

export const COMMUNE_POSTS: readonly Post[] = [
  { slug: 'chutich', title: 'Chủ tịch UBND', roles: ['principal'] },
  { slug: 'chuyenvien', title: 'Chuyên viên Phòng Văn hóa - Xã hội', roles: ['commune_officer'] },
  { slug: 'vanthu', title: 'Văn thư UBND', roles: ['clerk'] },
  { slug: 'truongban', title: 'Phó Chủ tịch UBND, Trưởng ban Vì sự tiến bộ của phụ nữ', roles: ['committee_head'] },
  { slug: 'thuky', title: 'Trưởng phòng Văn hóa - Xã hội, Thư ký ban', roles: ['committee_secretary'] },
  { slug: 'thanhvien', title: 'Chủ tịch Hội Liên hiệp Phụ nữ', roles: ['member'] },
  { slug: 'nhanvien', title: 'Công chức Văn phòng HĐND và UBND', roles: ['teacher'] },
  { slug: 'truyenthong', title: 'Phụ trách truyền thanh', roles: ['communicator'] },
  { slug: 'duyettin', title: 'Chánh Văn phòng HĐND và UBND', roles: ['content_reviewer'] },
  { slug: 'vuviec', title: 'Công chức làm công tác trẻ em', roles: ['case_handler'] },
  { slug: 'kiemtra', title: 'Trưởng đoàn kiểm tra', roles: ['inspector'] },
  { slug: 'quantri', title: 'Quản trị hệ thống', roles: ['administrator'] },
]

export const MINISTRY_POSTS: readonly Post[] = [
  { slug: 'chuyenvien', title: 'Chuyên viên Cục Nhà giáo và Cán bộ quản lý giáo dục', roles: ['ministry_officer'] },
  { slug: 'quantri', title: 'Quản trị hệ thống', roles: ['administrator'] },
]
