import type { Role } from '#core/access/model/roles.ts'
import type { Sex } from '#core/people/tables.ts'
import { COMMUNES, DEPARTMENTS, MINISTRY, SCHOOLS } from './places.ts'

/** A person of the demo with the account and what the person is. */
export interface DemoPerson {
  readonly id: string
  readonly accountId: string
  readonly unitId: string
  readonly fullName: string
  readonly sex: Sex
  readonly address: string
  readonly jobTitle: string
  readonly username: string
  readonly roles: readonly Role[]
}

interface Seat {
  readonly prefix: string
  readonly jobTitle: string
  readonly roles: readonly Role[]
}

// Who leads a body approves for it, as the principal does in a school.
const MINISTRY_SEATS: readonly Seat[] = [
  { prefix: 'chuyenvien', jobTitle: 'Chuyên viên Cục Nhà giáo và Cán bộ quản lý giáo dục', roles: ['ministry_officer', 'committee_secretary'] },
  { prefix: 'lanhdao', jobTitle: 'Cục trưởng, Phó Trưởng ban Vì sự tiến bộ của phụ nữ', roles: ['principal', 'committee_head'] },
  { prefix: 'vanthu', jobTitle: 'Văn thư', roles: ['clerk'] },
  { prefix: 'quantri', jobTitle: 'Quản trị hệ thống', roles: ['administrator'] },
]

const DEPARTMENT_SEATS: readonly Seat[] = [
  { prefix: 'chuyenvien', jobTitle: 'Chuyên viên phòng Tổ chức cán bộ', roles: ['department_officer', 'committee_secretary'] },
  { prefix: 'lanhdao', jobTitle: 'Phó Giám đốc, Trưởng ban Vì sự tiến bộ của phụ nữ', roles: ['principal', 'committee_head'] },
  { prefix: 'vanthu', jobTitle: 'Văn thư', roles: ['clerk'] },
  { prefix: 'thanhtra', jobTitle: 'Chuyên viên kiểm tra', roles: ['inspector'] },
  { prefix: 'duyetbai', jobTitle: 'Chuyên viên truyền thông', roles: ['content_reviewer', 'communicator'] },
  { prefix: 'quantri', jobTitle: 'Quản trị hệ thống', roles: ['administrator'] },
]

const COMMUNE_SEATS: readonly Seat[] = [
  { prefix: 'chuyenvien', jobTitle: 'Chuyên viên phòng Văn hóa - Xã hội', roles: ['commune_officer', 'committee_secretary'] },
  { prefix: 'lanhdao', jobTitle: 'Phó Chủ tịch', roles: ['principal', 'committee_head'] },
  { prefix: 'vanthu', jobTitle: 'Văn thư', roles: ['clerk'] },
  { prefix: 'quantri', jobTitle: 'Quản trị đơn vị', roles: ['administrator'] },
]

const SCHOOL_SEATS: readonly Seat[] = [
  { prefix: 'hieutruong', jobTitle: 'Hiệu trưởng', roles: ['principal'] },
  { prefix: 'truongban', jobTitle: 'Phó Hiệu trưởng, Trưởng ban Vì sự tiến bộ của phụ nữ', roles: ['committee_head'] },
  { prefix: 'thuky', jobTitle: 'Giáo viên, Thư ký ban', roles: ['committee_secretary', 'communicator'] },
  { prefix: 'vanthu', jobTitle: 'Văn thư', roles: ['clerk'] },
]

/** Sat in the schools that are shown first; elsewhere the school fills them itself. */
const MORE_SCHOOL_SEATS: readonly Seat[] = [
  { prefix: 'uyvien', jobTitle: 'Chủ tịch Công đoàn', roles: ['member'] },
  { prefix: 'giaovien', jobTitle: 'Giáo viên', roles: ['teacher'] },
  { prefix: 'vuviec', jobTitle: 'Giáo viên tư vấn tâm lý', roles: ['case_handler'] },
  { prefix: 'quantri', jobTitle: 'Giáo viên Tin học', roles: ['administrator'] },
]

/** Schools that the list of accounts shows, one of each kind. */
export const SHOWN_SCHOOLS = ['mnhoasua', 'thhoasua', 'thcshoasua', 'thptsongmay', 'lctuonglai', 'dtntnuibiec', 'gdtxsongmay'] as const

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Đinh', 'Lương', 'Hà', 'Cao']
const WOMEN = { middle: ['Thị', 'Thu', 'Ngọc', 'Thanh', 'Kim', 'Minh', 'Bích'], given: ['Mai', 'Lan', 'Hạnh', 'Thảo', 'Vân', 'Yến', 'Nhung', 'Hiền', 'Oanh', 'Quyên', 'Trâm', 'Diệp', 'Loan'] }
const MEN = { middle: ['Văn', 'Đức', 'Quang', 'Hữu', 'Minh', 'Công', 'Xuân'], given: ['Hùng', 'Dũng', 'Sơn', 'Lâm', 'Tuấn', 'Phong', 'Khánh', 'Bách', 'Toàn', 'Vinh', 'Cường'] }

/** People for every role, in every unit of today those without whom nothing moves. @param ids  of units by key */
export function demoPeople(ids: ReadonlyMap<string, string>, newId: () => string): DemoPerson[] {
  const shown: ReadonlySet<string> = new Set(SHOWN_SCHOOLS)
  const seats = [
    ...seatsAt('bo', MINISTRY.key, MINISTRY_SEATS, false),
    ...DEPARTMENTS.flatMap(({ key }) => seatsAt(`so.${key}`, `so.${key}`, DEPARTMENT_SEATS, false)),
    ...COMMUNES.flatMap(({ key }) => seatsAt(`xa.${key}`, key, COMMUNE_SEATS, false)),
    ...SCHOOLS.flatMap(({ key }) => seatsAt(key, key, shown.has(key) ? [...SCHOOL_SEATS, ...MORE_SCHOOL_SEATS] : SCHOOL_SEATS, true)),
  ]
  return seats.map(({ suffix, unitKey, seat, isSchool }, number) => {
    const { fullName, sex } = nameOf(number)
    return {
      id: newId(),
      accountId: newId(),
      unitId: ids.get(unitKey)!,
      fullName,
      sex,
      address: isSchool ? (sex === 'F' ? 'cô' : 'thầy') : sex === 'F' ? 'chị' : 'anh',
      jobTitle: seat.jobTitle,
      username: `${seat.prefix}.${suffix}`,
      roles: seat.roles,
    }
  })
}

function seatsAt(suffix: string, unitKey: string, seats: readonly Seat[], isSchool: boolean) {
  return seats.map((seat) => ({ suffix, unitKey, seat, isSchool }))
}

/** The same name for the same number; three of four are women, as in the sector. */
function nameOf(number: number): { fullName: string; sex: Sex } {
  const sex = (number + Math.floor(number / 4)) % 4 === 3 ? 'M' : 'F'
  const { middle, given } = sex === 'F' ? WOMEN : MEN
  const pick = (words: readonly string[], stride: number) => words[(number * stride + Math.floor(number / words.length)) % words.length]!
  return { fullName: `${pick(FAMILIES, 7)} ${pick(middle, 3)} ${pick(given, 5)}`, sex }
}
