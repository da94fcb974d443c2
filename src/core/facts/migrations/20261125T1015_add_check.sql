-- Computes a period anew, names every total that is not what the facts say, and sets it right. Units whose marks still wait
-- are left to the marks. Returns how many totals were compared.
create function facts.check_period(run uuid, wanted int) returns int
language plpgsql
as $$
declare
  span facts.period;
  waiting uuid[];
  wrong uuid[];
  compared int;
  rolled int;
begin
  perform facts.lock_totals();
  select * into strict span from facts.period p where p.id = wanted;
  perform facts.count_fresh(span, array(select id from units.unit));
  select array_agg(distinct id) into waiting
  from (
    select d.unit_id from facts.dirty d where d.from_day <= span.to_day and d.to_day >= span.from_day
    union all
    select facts.predecessors(array(select d.unit_id from facts.dirty d))
  ) as x (id);
  waiting := coalesce(waiting, '{}');

  with compare as (
    select coalesce(t.unit_id, f.unit_id) as unit_id, coalesce(t.cell_id, f.cell_id) as cell_id, t.value as stored, f.value as computed
    from (select * from facts.unit_total where period_id = span.id) t
    full join pg_temp.fresh_total f on f.unit_id = t.unit_id and f.cell_id = t.cell_id
    where t.value is distinct from f.value
  )
  insert into facts.difference (province_id, unit_id, check_id, from_day, to_day, measure, breakdown, stored, computed)
  select u.province_id, u.id, run, span.from_day, span.to_day, c.measure, facts.breakdown_of(c), d.stored, d.computed
  from compare d
  join units.unit u on u.id = d.unit_id
  join facts.cell c on c.id = d.cell_id
  where d.unit_id <> all (waiting);

  -- Figures that were carried to superiors that the unit did not have.
  insert into facts.difference (province_id, unit_id, check_id, from_day, to_day, measure, breakdown)
  select p.province_id, p.unit_id, run, span.from_day, span.to_day, '', 'place'
  from facts.unit_place p
  join facts.places(array(select unit_id from facts.unit_place where period_id = span.id), span.to_day) q on q.unit_id = p.unit_id
  where p.period_id = span.id and (p.administrative, p.professional) <> (q.administrative, q.professional) and p.unit_id <> all (waiting);

  select count(*) into compared from pg_temp.fresh_total;
  select array_agg(distinct unit_id) into wrong from facts.difference d where d.check_id = run and d.from_day = span.from_day and d.to_day = span.to_day;
  if wrong is not null then
    perform facts.recompute(span.id, wrong);
  end if;

  create temporary table if not exists fresh_roll (unit_id uuid not null, line text not null, cell_id int not null, value numeric not null, known int not null, positive int not null) on commit delete rows;
  delete from pg_temp.fresh_roll;
  insert into pg_temp.fresh_roll
  with part as (
    select t.unit_id, t.cell_id, t.value from facts.unit_total t where t.period_id = span.id
    union all
    select t.unit_id, w.id, sum(t.value)
    from facts.unit_total t
    join facts.cell c on c.id = t.cell_id
    join facts.cell w on w.measure = c.measure and w.is_whole
    where t.period_id = span.id
    group by 1, 2
  )
  select s.superior, l.line, t.cell_id, sum(t.value), count(*), count(*) filter (where t.value > 0)
  from part t
  join facts.unit_place p on p.unit_id = t.unit_id and p.period_id = span.id
  cross join lateral (values ('administrative', p.administrative), ('professional', p.professional)) as l (line, superiors)
  cross join lateral unnest(l.superiors) as s (superior)
  group by 1, 2, 3;
  get diagnostics rolled = row_count;

  create temporary table if not exists wrong_roll (unit_id uuid not null, line text not null, cell_id int not null, stored numeric, computed numeric, known int, positive int) on commit delete rows;
  delete from pg_temp.wrong_roll;
  insert into pg_temp.wrong_roll
  select coalesce(t.unit_id, f.unit_id), coalesce(t.line, f.line), coalesce(t.cell_id, f.cell_id), t.value, f.value, f.known, f.positive
  from (select * from facts.roll_total where period_id = span.id) t
  full join pg_temp.fresh_roll f on f.unit_id = t.unit_id and f.line = t.line and f.cell_id = t.cell_id
  where (t.value, t.known, t.positive) is distinct from (f.value, f.known, f.positive);
  insert into facts.difference (province_id, unit_id, check_id, line, from_day, to_day, measure, breakdown, stored, computed)
  select u.province_id, u.id, run, d.line, span.from_day, span.to_day, c.measure, facts.breakdown_of(c), d.stored, d.computed
  from pg_temp.wrong_roll d
  join units.unit u on u.id = d.unit_id
  join facts.cell c on c.id = d.cell_id;
  delete from facts.roll_total t using pg_temp.wrong_roll d
  where t.unit_id = d.unit_id and t.period_id = span.id and t.line = d.line and t.cell_id = d.cell_id;
  insert into facts.roll_total (province_id, unit_id, line, period_id, cell_id, value, known, positive)
  select u.province_id, u.id, d.line, span.id, d.cell_id, d.computed, d.known, d.positive
  from pg_temp.wrong_roll d
  join units.unit u on u.id = d.unit_id
  where d.computed is not null;
  return compared + rolled;
end
$$;

create function facts.breakdown_of(cell facts.cell) returns text
language sql immutable
as $$
  select concat_ws(', ', case when cell.is_whole then 'whole' end, nullif('sex=' || cell.sex, 'sex='), nullif('age_group=' || cell.age_group, 'age_group='),
    nullif('ethnicity=' || cell.ethnicity, 'ethnicity='), nullif('audience=' || cell.audience, 'audience='), nullif('detail=' || cell.detail, 'detail='))
$$;
