import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { createProduct } from '#app/product.ts'
import { createDatabase, createPool } from '#platform/db/connect.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'

export interface BenchDatabase {
  readonly db: Kysely<unknown>
  close(): Promise<void>
}

/** A throw-away database of the product, as empty as after the first migration. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const home = mkdtempSync(join(tmpdir(), 'songhanh-bench-'))
  // Else the database user cannot enter and the server lives in a folder that nobody removes.
  chmodSync(home, 0o755)
  const server = await startEmbedded({ home })
  const pool = createPool(server.connection, 4)
  await migrate(pool, createProduct().migrations)
  return {
    db: createDatabase<unknown>(pool),
    async close() {
      await pool.end()
      await server.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

export interface Sector {
  readonly ministry: string
  readonly departments: readonly string[]
  readonly units: number
}

const DEPARTMENTS = 34
const COMMUNES = 3_321
/** So many that the first Department has 1,500 schools today; the others share the rest. */
const COMMUNES_OF_THE_FIRST = 126

/**
 * Fills the database with a sector of national size: 34 Departments, 3,321 communes and about 41,500 schools with names
 * made of invented parts; every twelfth school was merged into its neighbour last year. The first Department has 1,500
 * schools, the others about 1,090 each.
 */
export async function generateSector(db: Kysely<unknown>): Promise<Sector> {
  await sql`
    create temporary table made as
    select gen_random_uuid() as id, 'ministry' as level, 0 as number, 0 as department, 0 as commune
    union all select gen_random_uuid(), 'department', n, n, 0 from generate_series(1, ${DEPARTMENTS}) n
    union all select gen_random_uuid(), 'commune', n, ${departmentOf(sql`n`)}, n from generate_series(1, ${COMMUNES}) n
    union all select gen_random_uuid(), 'school', n, ${departmentOf(sql`1 + n % ${COMMUNES}`)}, 1 + n % ${COMMUNES} from generate_series(1, 41644) n`.execute(db)
  await sql`
    insert into units.unit (id, province_id, code, closed_on)
    select id, lpad((department % 90)::text, 2, '0'), level || number, case when level = 'school' and number % 12 = 0 then date '2025-07-01' end
    from made`.execute(db)
  await sql`
    with parts as (
      select array['Hoa Sữa', 'Thạch Bàn', 'Sông Mơ', 'Hiệp Hòa', 'Bình Minh', 'Ánh Dương', 'Đồng Xanh', 'Núi Biếc', 'An Lạc', 'Phú Thịnh', 'Tân Tiến', 'Long Hưng', 'Mỹ Đức', 'Vĩnh Phúc', 'Quang Trung', 'Trần Phú'] as place,
        array['Trường Mầm non', 'Trường Tiểu học', 'Trường THCS', 'Trường THPT'] as kind,
        array['kindergarten', 'primary', 'lower_secondary', 'upper_secondary'] as teaches
    )
    insert into units.unit_version (unit_id, valid, name, level, school_levels, form, ownership, administrative_parent_id, professional_parent_id, search_name)
    select m.id, daterange('2020-01-01', case when m.level = 'school' and m.number % 12 = 0 then date '2025-07-01' end), n.name, m.level,
      case when m.level = 'school' then array[p.teaches[1 + m.number % 4]] else '{}' end,
      case when m.level = 'school' then 'ordinary' end, case when m.level = 'school' then 'public' end,
      case when m.level = 'school' and m.number % 4 < 3 then c.id end,
      case m.level when 'department' then (select id from made where level = 'ministry') when 'ministry' then null else d.id end,
      platform.fold(n.name)
    from made m
    cross join parts p
    left join made d on d.level = 'department' and d.number = m.department
    left join made c on c.level = 'commune' and c.number = m.commune
    cross join lateral (select case m.level
      when 'ministry' then 'Bộ Giáo dục Mẫu'
      when 'department' then 'Sở Giáo dục và Đào tạo ' || p.place[1 + m.number % 16] || ' ' || m.number
      when 'commune' then 'Xã ' || p.place[1 + m.number % 16] || ' ' || m.number
      else p.kind[1 + m.number % 4] || ' ' || p.place[1 + (m.number / 4) % 16] || ' ' || m.number end as name) n`.execute(db)
  await sql`
    insert into units.succession (from_id, to_id, on_day, kind)
    select a.id, b.id, date '2025-07-01', 'merge'
    from made a join made b on b.level = 'school' and b.number = a.number + 1
    where a.level = 'school' and a.number % 12 = 0`.execute(db)
  const ministry = await sql<{ id: string }>`select id from made where level = 'ministry'`.execute(db)
  const departments = await sql<{ id: string }>`select id from made where level = 'department' order by number`.execute(db)
  const count = await sql<{ n: number }>`select count(*)::int as n from made`.execute(db)
  return { ministry: ministry.rows[0]!.id, departments: departments.rows.map((row) => row.id), units: count.rows[0]!.n }
}

/** The number of the Department of a commune. */
function departmentOf(commune: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${commune} <= ${COMMUNES_OF_THE_FIRST} then 1 else 2 + (${commune}) % ${DEPARTMENTS - 1} end`
}
