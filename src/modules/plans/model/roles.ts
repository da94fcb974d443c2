/** Roles to which a plan gives work, with the name that a document prints; `OTHER_NAMES` has what a kind of unit calls otherwise. */
const ROLE_NAMES = {
  principal: 'Hiệu trưởng',
  vice_principal: 'Phó Hiệu trưởng',
  school_leaders: 'Ban giám hiệu',
  committee: 'Ban Vì sự tiến bộ của phụ nữ',
  committee_head: 'Trưởng ban Vì sự tiến bộ của phụ nữ',
  committee_secretary: 'Thư ký Ban Vì sự tiến bộ của phụ nữ',
  subject_groups: 'Tổ chuyên môn',
  homeroom_teachers: 'Giáo viên chủ nhiệm',
  staff: 'Cán bộ, giáo viên, nhân viên',
  union: 'Công đoàn',
  youth_union: 'Đoàn Thanh niên',
  pioneers: 'Tổng phụ trách Đội',
  counselling_team: 'Tổ tư vấn học đường',
  health_staff: 'Nhân viên y tế',
  library_staff: 'Nhân viên thư viện',
  it_team: 'Ban phụ trách công nghệ thông tin, truyền thông',
  accountant: 'Kế toán',
  clerk: 'Văn thư',
  parents_board: 'Ban đại diện cha mẹ học sinh',
  party_cell: 'Chi bộ',
  boarding_team: 'Tổ quản lý nội trú',
  case_handler: 'Người phụ trách tiếp nhận, bảo vệ trẻ em',
  emulation_council: 'Hội đồng thi đua, khen thưởng',
  commune_leaders: 'Lãnh đạo Ủy ban nhân dân',
  culture_office: 'Phòng Văn hóa - Xã hội',
  commune_office: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
  economy_office: 'Phòng Kinh tế',
  commune_police: 'Công an cấp xã',
  commune_health: 'Trạm Y tế',
  womens_union: 'Hội Liên hiệp Phụ nữ',
  fatherland_front: 'Ủy ban Mặt trận Tổ quốc Việt Nam',
  commune_schools: 'Các trường trên địa bàn',
  department_leaders: 'Lãnh đạo Sở',
  personnel_office: 'Phòng Tổ chức - Cán bộ',
  department_office: 'Văn phòng Sở',
  finance_office: 'Phòng Kế hoạch - Tài chính',
  general_education_office: 'Phòng Giáo dục phổ thông',
  preschool_office: 'Phòng Giáo dục mầm non',
  continuing_office: 'Phòng Giáo dục nghề nghiệp - Giáo dục thường xuyên',
  student_affairs_office: 'Phòng Chính trị, tư tưởng - Học sinh, sinh viên',
  inspection_office: 'Bộ phận kiểm tra của Sở',
  sector_union: 'Công đoàn ngành Giáo dục',
  attached_units: 'Các đơn vị, trường học trực thuộc',
} as const satisfies Record<string, string>

export type RoleKey = keyof typeof ROLE_NAMES

export const ROLE_KEYS = Object.keys(ROLE_NAMES) as readonly RoleKey[]

/** The kinds of unit that have templates of their own. */
export const UNIT_KINDS = [
  'kindergarten',
  'primary',
  'lower_secondary',
  'upper_secondary',
  'multi_level',
  'boarding',
  'continuing',
  'commune',
  'department',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

const OTHER_NAMES: Partial<Record<UnitKind, Partial<Record<RoleKey, string>>>> = {
  kindergarten: {
    parents_board: 'Ban đại diện cha mẹ trẻ em',
    homeroom_teachers: 'Giáo viên các nhóm, lớp',
    counselling_team: 'Tổ tư vấn tâm lý, công tác xã hội',
  },
  upper_secondary: { youth_union: 'Ban Chấp hành Đoàn trường' },
  multi_level: { youth_union: 'Ban Chấp hành Đoàn trường' },
  continuing: {
    principal: 'Giám đốc',
    vice_principal: 'Phó Giám đốc',
    school_leaders: 'Ban Giám đốc',
    parents_board: 'Ban đại diện cha mẹ học viên',
    counselling_team: 'Tổ tư vấn học viên',
  },
  department: { committee: 'Ban Vì sự tiến bộ của phụ nữ ngành' },
}

/** The name of a role in a unit of this kind, as printed. */
export function roleName(role: RoleKey, kind: UnitKind | null = null): string {
  return (kind && OTHER_NAMES[kind]?.[role]) ?? ROLE_NAMES[role]
}
