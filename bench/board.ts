import { sql, type Kysely } from 'kysely'
import { coverageBoard, coverageOfPoint } from '#modules/plans/board-contract.ts'
import board from '#modules/plans/operations/coverage-board.ts'
import ofPoint from '#modules/plans/operations/coverage-of-point.ts'
import { uuidv7 } from '#platform/ids.ts'
import { median, type Bench } from './measure.ts'
import { benchDatabase } from './sector.ts'
import { requestOf } from './units.ts'

const UNITS = 1500
const POINTS = 60

const bench: Bench = {
  title: `Coverage board of a Department, ${UNITS} units, a directive of ${POINTS} points`,
  async run() {
    const { db, close } = await benchDatabase()
    try {
      const { department, directive } = await generateAnswers(db)
      const officer = requestOf(db, department, 'department_officer')
      const pointId = 'p7'
      return [
        await median(coverageBoard.summary, () => board.run(officer, { unitId: department, directiveId: directive }), { runs: 20, warmUp: 2, limit: 1_000 }),
        await median(coverageOfPoint.summary, () => ofPoint.run(officer, { unitId: department, directiveId: directive, pointId }), { runs: 20, warmUp: 2, limit: 1_000 }),
      ]
    } finally {
      await close()
    }
  },
}
export default bench

/** A Department with schools, nine in ten of which have issued a plan that answers each of its points somehow. */
async function generateAnswers(db: Kysely<unknown>): Promise<{ department: string; directive: string }> {
  const [department, directive, person] = [uuidv7(), uuidv7(), uuidv7()]
  await sql`
    create temporary table made as
    select ${department}::uuid as id, 0 as number union all select gen_random_uuid(), n from generate_series(1, ${UNITS}) n`.execute(db)
  await sql`insert into units.unit (id, province_id) select id, '01' from made`.execute(db)
  await sql`
    insert into units.unit_version (unit_id, valid, name, level, school_levels, form, ownership, professional_parent_id, search_name)
    select id, '[2020-01-01,)', n.name, case when number = 0 then 'department' else 'school' end,
      case when number = 0 then '{}'::text[] else '{upper_secondary}' end,
      case when number > 0 then 'ordinary' end, case when number > 0 then 'public' end, case when number > 0 then ${department}::uuid end, platform.fold(n.name)
    from made cross join lateral (select case when number = 0 then 'Sở Giáo dục Sông Mơ' else 'Trường THPT Sông Mơ ' || number end as name) n`.execute(db)
  await sql`select units.derive_ancestors(null)`.execute(db)
  await sql`
    insert into plans.directive (province_id, id, unit_id, year, title, number_text, issued_on, published, created_at)
    values ('01', ${directive}, ${department}, 2026, 'Kế hoạch năm 2026', '45/KH-SM', '2026-01-10', true, now())`.execute(db)
  await sql`
    insert into plans.directive_point (province_id, directive_id, id, unit_id, ordinal, point)
    select '01', ${directive}, 'p' || n, ${department}, n, jsonb_build_object('id', 'p' || n, 'kind', 'item', 'labelPath', 'II.' || n, 'parentId', null,
      'text', 'Tổ chức tuyên truyền, tập huấn nội dung số ' || n, 'topics', '[]'::jsonb, 'addressedTo', null, 'target', null, 'deadline', null)
    from generate_series(1, ${POINTS}) n`.execute(db)
  await sql`
    insert into plans.plan (province_id, id, unit_id, year, state, source, title, directive_id, frame, number, symbol, issued_on, created_by, created_at, changed_at)
    select '01', gen_random_uuid(), id, 2026, 'issued', 'superior', 'Kế hoạch năm 2026', ${directive}, '{}', '05', 'KH-SM', '2026-02-01', ${person}, now(), now()
    from made where number > 0 and number % 10 > 0`.execute(db)
  await sql`
    insert into plans.coverage (province_id, plan_id, point_id, unit_id, directive_id, state, leaf)
    select '01', p.id, 'p' || n, p.unit_id, ${directive}, (array['covered', 'covered', 'covered', 'partial', 'missing', 'not_applicable'])[1 + abs(hashtext(p.id::text || n)) % 6], true
    from plans.plan p cross join generate_series(1, ${POINTS}) n`.execute(db)
  await sql`analyze`.execute(db)
  return { department, directive }
}
