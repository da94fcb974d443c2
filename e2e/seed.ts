import { sql } from 'kysely'
import { openGround } from '#app/start.ts'
import { hashPassword } from '#core/access/password.ts'
import type { Role } from '#core/access/model/roles.ts'
import { parseConfig } from '#platform/config.ts'
import { buildersOn } from '#testing/builders.ts'

// Fills the data folder of a running program (SONGHANH_DATA) with the sector of the journeys: a Ministry, a Department
// and three schools, and a person for each step. Every password is the one that is given. With a word after it there is
// one more such sector, whose people have it at the end of their names: `so.chuyenvien.b`.

const [, , password = '', sector = ''] = process.argv
const ground = await openGround(parseConfig(process.env, process.cwd()), () => undefined)
try {
  const world = buildersOn(ground, new Date())
  const ministry = await world.unit({ level: 'ministry', name: 'Bộ Giáo dục Mẫu', provinceId: '00', symbol: 'BGDĐT' })
  const department = await world.unit({ level: 'department', name: 'Sở Giáo dục và Đào tạo Sông Mơ', professional: ministry, symbol: 'SGDĐT' })
  const high = await world.unit({ name: 'Trường THPT Bến Hạ', professional: department, symbol: 'THPTBH' })
  await world.unit({ name: 'Trường THPT Đồi Thông', professional: department, symbol: 'THPTĐT' })
  await world.unit({ name: 'Trường THPT Lúa Vàng', professional: department, symbol: 'THPTLV' })
  const people: readonly (readonly [string, string, string, readonly Role[]])[] = [
    ['so.chuyenvien', 'Đỗ Minh Châu', department, ['department_officer']],
    ['so.vanthu', 'Hồ Thị Nga', department, ['clerk']],
    ['so.giamdoc', 'Vũ Hải Yến', department, ['principal']],
    ['truong.ban', 'Lê Thị Mai', high, ['committee_head']],
    ['truong.thuky', 'Trần Thu Hà', high, ['committee_secretary']],
    ['truong.hieutruong', 'Nguyễn Văn Bình', high, ['principal']],
    ['truong.vanthu', 'Phạm Lan', high, ['clerk']],
    ['truong.giaovien', 'Ngô Thị Sen', high, ['teacher']],
    ['truong.giaovien2', 'Đào Văn Tùng', high, ['teacher']],
  ]
  const hash = await hashPassword(password)
  for (const [username, name, unit, roles] of people) await world.person(unit, roles, { username: username + sector, name })
  await sql`update access.account set password_hash = ${hash}, password_set_at = now()`.execute(ground.db)
} finally {
  await ground.close()
}
