import { MAIN, type DemoPerson } from './people.ts'
import { MINISTRY } from './units.ts'

/** The password of every account of the demo. */
export const DEMO_PASSWORD = 'song hanh cung nhau'

/** An account to try, as it is shown to a visitor. */
export interface DemoAccount {
  /** What the person does in the story. */
  readonly who: string
  readonly fullName: string
  readonly unitName: string
  readonly username: string
  readonly password: string
}

/** Who is worth trying first, in the order in which a plan goes from hand to hand. */
const STORY: readonly (readonly [who: string, slug: string, unitKey: string])[] = [
  ['Chuyên viên Sở', 'chuyenvien', MAIN.department],
  ['Trưởng ban trường THPT', 'truongban', MAIN.highSchool],
  ['Hiệu trưởng trường THPT', 'hieutruong', MAIN.highSchool],
  ['Văn thư trường THPT', 'vanthu', MAIN.highSchool],
  ['Giáo viên trường THPT', 'giaovien', MAIN.highSchool],
  ['Người xử lý việc cần giữ kín', 'vuviec', MAIN.highSchool],
  ['Chuyên viên phường', 'chuyenvien', MAIN.commune],
  ['Trưởng ban trường mầm non', 'truongban', MAIN.kindergarten],
  ['Hiệu trưởng trường tiểu học', 'hieutruong', MAIN.primarySchool],
  ['Chuyên viên Bộ', 'chuyenvien', MINISTRY.key],
  ['Quản trị viên của Sở', 'quantri', MAIN.department],
]

export function accountsToTry(people: readonly DemoPerson[], unitNameOf: (key: string) => string): readonly DemoAccount[] {
  return STORY.map(([who, slug, unitKey]) => {
    const username = `${slug}.${unitKey}`
    const { fullName } = people.find((person) => person.username === username)!
    return { who, fullName, unitName: unitNameOf(unitKey), username, password: DEMO_PASSWORD }
  })
}

/** The accounts as lines of a table for a terminal. */
export function accountTable(accounts: readonly DemoAccount[]): string {
  const rows = [['Ai', 'Tên đăng nhập', 'Đơn vị'], ...accounts.map(({ who, username, unitName }) => [who, username, unitName])]
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()}`)
  return [`Tài khoản dùng thử, mật khẩu chung: ${DEMO_PASSWORD}`, ...lines].join('\n')
}
