import { UNIT_KINDS, type UnitKind } from '../model/roles.ts'
import { SYSTEM_IDS, type SystemId } from '../model/systems.ts'

/** Whether a row of the field's work lays duties on a kind of unit, and why not. */
export type Duty = { readonly applies: true } | { readonly applies: false; readonly reason: string }

const SCHOOL_KINDS = UNIT_KINDS.filter((kind) => kind !== 'commune' && kind !== 'department')

const UNITS_OF_OTHERS =
  'Việc thành lập, sáp nhập, đổi tên và danh sách đơn vị do cơ quan quản lý cấp trên thực hiện; nhà trường chỉ dùng tên, đầu mối đã được cập nhật.'
const NO_SUBORDINATES = 'Nhà trường không có đơn vị cấp dưới gửi báo cáo; số liệu các tổ, lớp được tổng hợp ngay trong báo cáo định kỳ.'

/** Rows without duties for a kind; every other row applies. */
const EXCEPTIONS: readonly { readonly system: SystemId; readonly kinds: readonly UnitKind[]; readonly reason: string }[] = [
  { system: 'S1', kinds: SCHOOL_KINDS, reason: UNITS_OF_OTHERS },
  { system: 'S23', kinds: SCHOOL_KINDS, reason: NO_SUBORDINATES },
]

/** The duties of a kind of unit, row by row. */
export function dutiesOf(kind: UnitKind): Readonly<Record<SystemId, Duty>> {
  const duty = (system: SystemId): Duty => {
    const exception = EXCEPTIONS.find((entry) => entry.system === system && entry.kinds.includes(kind))
    return exception ? { applies: false, reason: exception.reason } : { applies: true }
  }
  return Object.fromEntries(SYSTEM_IDS.map((system) => [system, duty(system)])) as Record<SystemId, Duty>
}
