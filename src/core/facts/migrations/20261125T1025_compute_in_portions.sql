-- Whole periods are computed in portions of units that fit into memory.
create function facts.unit_chunks() returns setof uuid[]
language sql stable
as $$
  select array_agg(id) from (select id, row_number() over (order by province_id, id) / 1000 as chunk from units.unit) u group by chunk
$$;
comment on function facts.unit_chunks() is 'All units in portions whose facts fit into memory';

create or replace function facts.compute_new_period(at timestamptz) returns boolean
language plpgsql
as $$
declare
  wanted int;
  ids uuid[];
begin
  perform facts.lock_totals();
  select id into wanted from facts.period where computed_at is null order by id limit 1;
  if wanted is null then
    return false;
  end if;
  for ids in select facts.unit_chunks() loop
    perform facts.recompute(wanted, ids);
  end loop;
  update facts.period set computed_at = at where id = wanted;
  return true;
end
$$;

create or replace function facts.check_period(run uuid, wanted int) returns int
language plpgsql
as $$
declare
  span facts.period;
  waiting uuid[];
  wrong uuid[];
  compared int := 0;
  counted int;
  rolled int;
  ids uuid[];
begin
  perform facts.lock_totals();
  select * into strict span from facts.period p where p.id = wanted;
  for ids in select facts.unit_chunks() loop
    perform facts.count_fresh(span, ids);
    -- After the facts were read: what has changed before that and is not in the totals has left a mark.
    select coalesce(array_agg(distinct id), '{}') into waiting
    from (
      select d.unit_id from facts.dirty d where d.from_day <= span.to_day and d.to_day >= span.from_day
      union all
      select facts.predecessors(array(select d.unit_id from facts.dirty d))
    ) as x (id);
    with compare as (
      select coalesce(t.unit_id, f.unit_id) as unit_id, coalesce(t.cell_id, f.cell_id) as cell_id, t.value as stored, f.value as computed
      from (select * from facts.unit_total t where t.period_id = span.id and t.unit_id = any (ids)) t
      full join pg_temp.fresh_total f on f.unit_id = t.unit_id and f.cell_id = t.cell_id
      where t.value is distinct from f.value
    )
    insert into facts.difference (province_id, unit_id, check_id, from_day, to_day, measure, breakdown, stored, computed)
    select u.province_id, u.id, run, span.from_day, span.to_day, c.measure, facts.breakdown_of(c), d.stored, d.computed
    from compare d
    join units.unit u on u.id = d.unit_id
    join facts.cell c on c.id = d.cell_id
    where d.unit_id <> all (waiting);
    select count(*) into counted from pg_temp.fresh_total;
    compared := compared + counted;
  end loop;

  -- Figures that were carried to superiors that the unit did not have.
  insert into facts.difference (province_id, unit_id, check_id, from_day, to_day, measure, breakdown)
  select p.province_id, p.unit_id, run, span.from_day, span.to_day, '', 'place'
  from facts.unit_place p
  join facts.places(array(select unit_id from facts.unit_place where period_id = span.id), span.to_day) q on q.unit_id = p.unit_id
  where p.period_id = span.id and (p.administrative, p.professional) <> (q.administrative, q.professional) and p.unit_id <> all (waiting);

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
alter function facts.check_period(uuid, int) set work_mem = '64MB';

create or replace function facts.count_fresh(period facts.period, ids uuid[]) returns void
language plpgsql
as $$
begin
  create temporary table if not exists fresh_part (
    unit_id uuid not null, measure text not null, sex text not null, age_group text not null, ethnicity text not null, audience text not null,
    detail text not null, value numeric not null, cell_id int
  ) on commit delete rows;
  create temporary table if not exists fresh_total (unit_id uuid not null, cell_id int not null, value numeric not null) on commit delete rows;
  -- They are empty at the beginning of a transaction; between the portions of one, dead rows would pile up.
  if exists (select from pg_temp.fresh_part) then
    truncate pg_temp.fresh_part, pg_temp.fresh_total;
  end if;
  insert into pg_temp.fresh_part select * from facts.unit_cells(ids, period.from_day, period.to_day);
  insert into facts.cell (measure, is_whole, sex, age_group, ethnicity, audience, detail)
  select n.*
  from (
    select distinct measure, false as is_whole, sex, age_group, ethnicity, audience, detail from pg_temp.fresh_part
    union
    select distinct measure, true, '', '', '', '', '' from pg_temp.fresh_part
  ) n
  where not exists (
    select from facts.cell c
    where (c.measure, c.is_whole, c.sex, c.age_group, c.ethnicity, c.audience, c.detail) = (n.measure, n.is_whole, n.sex, n.age_group, n.ethnicity, n.audience, n.detail))
  on conflict do nothing;
  insert into pg_temp.fresh_total
  select f.unit_id, c.id, f.value
  from pg_temp.fresh_part f
  join facts.cell c
    on (c.measure, c.sex, c.age_group, c.ethnicity, c.audience, c.detail) = (f.measure, f.sex, f.age_group, f.ethnicity, f.audience, f.detail) and not c.is_whole;
end
$$;
