import { sql, type Kysely } from 'kysely'
import { getBoard, listBoardReports } from '#modules/reports/board-contract.ts'
import getBoardOperation from '#modules/reports/operations/get-board.ts'
import createConsolidation from '#modules/reports/operations/create-consolidation.ts'
import getConsolidation from '#modules/reports/operations/get-consolidation.ts'
import listBoardReportsOperation from '#modules/reports/operations/list-board-reports.ts'
import { halfYear } from '#modules/reports/templates/half-year.ts'
import { figurePlaces } from '#modules/reports/model/form.ts'
import { uuidv7 } from '#platform/ids.ts'
import { median, type Bench } from './measure.ts'
import { benchDatabase } from './sector.ts'
import { requestOf } from './units.ts'

const UNITS = 1500

const bench: Bench = {
  title: `Board of a reporting round, ${UNITS} units`,
  async run() {
    const { db, close } = await benchDatabase()
    try {
      const { department, roundId } = await generateRound(db)
      const officer = requestOf(db, department, 'department_officer')
      const board = { roundId }
      return [
        await median(`${getBoard.summary}: open`, () => getBoardOperation.run(officer, board), { runs: 40, limit: 200 }),
        await median(`${getBoard.summary}: page 20, found by name`, () => getBoardOperation.run(officer, { ...board, q: 'song mo', page: 20, sort: 'filled' }), { runs: 40, limit: 200 }),
        await median(listBoardReports.summary, () => listBoardReportsOperation.run(officer, board), { runs: 40, limit: 200 }),
        ...(await consolidations(officer, roundId, db)),
      ]
    } finally {
      await close()
    }
  },
}
export default bench

/** Made once; opened as it was made, and with reports that came later. */
async function consolidations(officer: ReturnType<typeof requestOf>, roundId: string, db: Kysely<unknown>) {
  const made: string[] = []
  const make = async () => void made.push((await createConsolidation.run(officer, { roundId, title: 'Tổng hợp', cutOff: '2026-12-31' })).consolidationId)
  const create = await median('Consolidates the accepted reports', make, { runs: 3, warmUp: 1, limit: 10_000 })
  const open = () => getConsolidation.run(officer, { consolidationId: made[0]! })
  const opened = await median('Opens the consolidation', open, { runs: 15, limit: 1_000 })
  await sql`update reports.report set state = 'accepted' where id in (select id from reports.report where state = 'submitted' order by id limit 20)`.execute(db)
  return [create, opened, await median('Opens it when 20 reports came later', open, { runs: 15, limit: 1_000 })]
}

/** A Department with schools below communes, contact persons, a round with reports in every state, reminders and frozen figures. */
async function generateRound(db: Kysely<unknown>): Promise<{ department: string; roundId: string }> {
  const [department, roundId, person] = [uuidv7(), uuidv7(), uuidv7()]
  await db.connection().execute(async (one) => {
    await sql`
      create temporary table made as
      select ${department}::uuid as id, 0 as number, 'department' as level
      union all select gen_random_uuid(), n, 'commune' from generate_series(1, 100) n
      union all select gen_random_uuid(), n, 'school' from generate_series(1, ${UNITS}) n`.execute(one)
    await sql`insert into units.unit (id, province_id) select id, '01' from made`.execute(one)
    await sql`
      insert into units.unit_version (unit_id, valid, name, level, school_levels, form, ownership, professional_parent_id, administrative_parent_id, search_name)
      select m.id, '[2020-01-01,)', n.name, m.level, case when m.level = 'school' then '{primary}'::text[] else '{}' end,
        case when m.level = 'school' then 'ordinary' end, case when m.level = 'school' then 'public' end,
        case when m.level <> 'department' then ${department}::uuid end, c.id, platform.fold(n.name)
      from made m
      left join made c on c.level = 'commune' and c.number = 1 + m.number % 100 and m.level = 'school'
      cross join lateral (select case m.level when 'department' then 'Sở Giáo dục Sông Mơ' when 'commune' then 'Xã Thạch Mơ ' || m.number else 'Trường Tiểu học Sông Mơ ' || m.number end as name) n`.execute(one)
    await sql`select units.derive_ancestors(null)`.execute(one)
    await sql`insert into people.person (province_id, id, unit_id, full_name, search_name, phone) select '01', gen_random_uuid(), id, 'Người Mẫu ' || number, 'nguoi mau ' || number, '0900000000' from made where level = 'school'`.execute(one)
    await sql`insert into access.account (province_id, id, unit_id, person_id, username, state, created_at) select '01', gen_random_uuid(), unit_id, id, 'mau.' || regexp_replace(full_name, '[^0-9]', '', 'g'), 'active', now() from people.person`.execute(one)
    await sql`insert into access.role_grant (province_id, id, unit_id, account_id, role, line, valid) select '01', gen_random_uuid(), unit_id, id, 'committee_head', 'either', '[2020-01-01,)' from access.account`.execute(one)
    await sql`
      insert into reports.round (province_id, id, unit_id, state, title, form_code, form_version, form, line, audience, tree_on, period_from, period_to, period_label, window_from, window_to,
        deadline_day, deadline_word, due_on, created_by, created_at, opened_by, opened_at)
      values ('01', ${roundId}, ${department}, 'open', 'Báo cáo 6 tháng', 'half_year', 1, ${JSON.stringify(halfYear)}::jsonb, 'professional', '{"by":"kind","levels":["school"]}', '2026-05-01',
        '2025-12-15', '2026-06-14', '6 tháng đầu năm 2026', '2025-12-15', '2026-05-27', '2026-05-28', 'before', '2026-05-27', ${person}, now(), ${person}, now())`.execute(one)
    await sql`
      insert into reports.report (province_id, id, unit_id, round_id, superior_id, state, entries, to_fill, filled, version, submitted_at, changed_at)
      select '01', gen_random_uuid(), id, ${roundId}, ${department}, s.state, jsonb_build_object('texts', jsonb_build_object('difficulties', repeat('Thiếu kinh phí cho truyền thông. ', 60))),
        20, number % 21, case when s.state in ('submitted', 'accepted', 'returned') then 1 else 0 end, case when s.state in ('submitted', 'accepted', 'returned') then now() - number * interval '1 minute' end, now()
      from made cross join lateral (select (array['not_started', 'draft', 'review', 'submitted', 'accepted', 'accepted', 'returned'])[1 + number % 7] as state) s
      where level = 'school'`.execute(one)
    await sql`
      insert into reports.contact (province_id, id, unit_id, report_id, round_id, kind, said, at)
      select '01', gen_random_uuid(), ${department}, id, ${roundId}, 'reminder', 'Đề nghị nộp báo cáo.', now() - n * interval '3 days' from reports.report, generate_series(1, 3) n`.execute(one)
    await sql`
      insert into reports.report_version (province_id, report_id, number, unit_id, superior_id, round_id, body, digest, due_on, is_late, signed_by, signed_at, submitted_by, submitted_at)
      select '01', id, 1, unit_id, superior_id, round_id, '{"parts":[{"kind":"text","key":"difficulties","text":"Thiếu kinh phí cho truyền thông."}]}', repeat('a', 64), '2026-05-27', false, ${person}, now(), ${person}, submitted_at
      from reports.report where version = 1`.execute(one)
    const places = figurePlaces(halfYear).map(({ key, code }) => ({ key, code }))
    await sql`
      insert into reports.figure (province_id, report_id, number, key, unit_id, superior_id, round_id, code, state, value, part, whole, by_hand)
      select '01', p.id, 1, f.key, p.unit_id, p.superior_id, p.round_id, f.code, 'value', 7, 7, 10, false
      from reports.report p cross join jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as f (key text, code text) where p.version = 1`.execute(one)
    await sql`analyze`.execute(one)
  })
  return { department, roundId }
}
