-- Keeps the totals: for what has changed, and all of them at night. One run at a time, whoever runs it.
create function facts.lock_totals() returns void
language sql
as $$ select pg_advisory_xact_lock(hashtextextended('facts.totals', 0)) $$;

create index dirty_unit on facts.dirty (unit_id);
create index succession_from on units.succession (from_id) where from_id <> to_id;
create index unit_closed on units.unit (closed_on) where closed_on is not null;

-- Whole periods are computed in portions of units that fit into memory.
create function facts.unit_chunks() returns setof uuid[]
language sql stable
as $$
  select array_agg(id) from (select id, row_number() over (order by province_id, id) / 1000 as chunk from units.unit) u group by chunk
$$;
comment on function facts.unit_chunks() is 'All units in portions whose facts fit into memory';

-- What the units of `ids` have in a period, into a table of this session.
create function facts.count_fresh(period facts.period, ids uuid[]) returns void
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

-- Makes the totals of some units in a period what the facts say, and carries what that changes to their superiors: what was
-- carried before is taken back from where it was carried to. Running it again changes nothing.
create function facts.recompute(period_id int, ids uuid[]) returns void
language plpgsql
as $$
#variable_conflict use_column
declare
  span facts.period;
begin
  select * into strict span from facts.period p where p.id = recompute.period_id;
  perform facts.count_fresh(span, ids);
  create temporary table if not exists fresh_place (unit_id uuid not null, administrative uuid[] not null, professional uuid[] not null, known int[] not null) on commit delete rows;
  delete from pg_temp.fresh_place;
  insert into pg_temp.fresh_place
  select p.unit_id, p.administrative, p.professional, k.known
  from (
    select f.unit_id, array_agg(distinct w.id) as known
    from pg_temp.fresh_total f
    join facts.cell c on c.id = f.cell_id
    join facts.cell w on w.measure = c.measure and w.is_whole
    group by f.unit_id
  ) k
  join facts.places(array(select distinct unit_id from pg_temp.fresh_total), span.to_day) p on p.unit_id = k.unit_id;
  if cardinality(ids) > 1000 then
    analyze pg_temp.fresh_total;
    analyze pg_temp.fresh_place;
  end if;

  insert into facts.roll_total as r (province_id, unit_id, line, period_id, cell_id, value, known, positive)
  with moved as (
    select t.unit_id, p.administrative, p.professional, t.cell_id, t.value, -1 as sign
    from facts.unit_total t
    join facts.unit_place p on p.unit_id = t.unit_id and p.period_id = t.period_id
    where t.unit_id = any (ids) and t.period_id = span.id
    union all
    select f.unit_id, p.administrative, p.professional, f.cell_id, f.value, 1
    from pg_temp.fresh_total f
    join pg_temp.fresh_place p on p.unit_id = f.unit_id
  ),
  signed as (
    select administrative, professional, cell_id, value, sign from moved
    union all
    select m.administrative, m.professional, w.id, sum(m.value), m.sign
    from moved m
    join facts.cell c on c.id = m.cell_id
    join facts.cell w on w.measure = c.measure and w.is_whole
    group by m.unit_id, m.sign, m.administrative, m.professional, w.id
  ),
  -- Units of one place go up together.
  placed as (
    select administrative, professional, cell_id, sum(sign * value) as value, sum(sign) as known, sum(sign * (value > 0)::int) as positive
    from signed
    group by 1, 2, 3
    having sum(sign * value) <> 0 or sum(sign) <> 0 or sum(sign * (value > 0)::int) <> 0
  ),
  summed as (
    select s.superior, l.line, m.cell_id, sum(m.value) as value, sum(m.known)::int as known, sum(m.positive)::int as positive
    from placed m
    cross join lateral (values ('administrative', m.administrative), ('professional', m.professional)) as l (line, superiors)
    cross join lateral unnest(l.superiors) as s (superior)
    group by 1, 2, 3
    having sum(m.value) <> 0 or sum(m.known) <> 0 or sum(m.positive) <> 0
  )
  select u.province_id, s.superior, s.line, span.id, s.cell_id, s.value, s.known, s.positive
  from summed s
  join units.unit u on u.id = s.superior
  on conflict (unit_id, period_id, line, cell_id, province_id)
    do update set value = r.value + excluded.value, known = r.known + excluded.known, positive = r.positive + excluded.positive;

  delete from facts.roll_total r
  where r.period_id = span.id and r.known = 0
    and r.unit_id in (
      select unnest(p.administrative || p.professional) from facts.unit_place p where p.unit_id = any (ids) and p.period_id = span.id);

  delete from facts.unit_total t
  where t.unit_id = any (ids) and t.period_id = span.id
    and not exists (select from pg_temp.fresh_total f where f.unit_id = t.unit_id and f.cell_id = t.cell_id);
  insert into facts.unit_total as t (province_id, unit_id, period_id, cell_id, value)
  select u.province_id, f.unit_id, span.id, f.cell_id, f.value
  from pg_temp.fresh_total f
  join units.unit u on u.id = f.unit_id
  on conflict (unit_id, period_id, cell_id, province_id) do update set value = excluded.value where t.value <> excluded.value;

  delete from facts.unit_place p
  where p.unit_id = any (ids) and p.period_id = span.id
    and not exists (select from pg_temp.fresh_place f where f.unit_id = p.unit_id);
  insert into facts.unit_place as p (province_id, unit_id, period_id, administrative, professional, known)
  select u.province_id, f.unit_id, span.id, f.administrative, f.professional, f.known
  from pg_temp.fresh_place f
  join units.unit u on u.id = f.unit_id
  on conflict (unit_id, period_id, province_id) do update
    set administrative = excluded.administrative, professional = excluded.professional, known = excluded.known
    where (p.administrative, p.professional, p.known) <> (excluded.administrative, excluded.professional, excluded.known);
end
$$;
alter function facts.recompute(int, uuid[]) set work_mem = '64MB';

-- Takes up to `most` marks and makes their totals right. Marks and facts of a transaction become visible together, and what
-- is read after the marks were taken sees those facts; marks that come meanwhile stay for the next run.
create function facts.drain(most int) returns int
language plpgsql
as $$
declare
  taken int;
  ids uuid[];
  span record;
begin
  perform facts.lock_totals();
  create temporary table if not exists taken_mark (unit_id uuid not null, from_day date not null, to_day date not null) on commit delete rows;
  delete from pg_temp.taken_mark;
  with mark as (
    delete from facts.dirty d
    where (d.province_id, d.unit_id, d.from_day, d.to_day, d.xact) in (select province_id, unit_id, from_day, to_day, xact from facts.dirty order by xact limit most)
    returning unit_id, from_day, to_day
  )
  insert into pg_temp.taken_mark select distinct unit_id, from_day, to_day from mark;
  get diagnostics taken = row_count;
  if taken = 0 then
    return 0;
  end if;
  -- Years have kept totals as soon as there is something in them.
  insert into facts.period (from_day, to_day)
  select distinct make_date(year, 1, 1), make_date(year, 12, 31)
  from (select extract(year from from_day)::int as year from pg_temp.taken_mark where from_day > '-infinity') y
  on conflict do nothing;
  for span in
    select p.id, array_agg(distinct m.unit_id) as ids
    from facts.period p
    join pg_temp.taken_mark m on m.from_day <= p.to_day and m.to_day >= p.from_day
    where p.computed_at is not null
    group by p.id
  loop
    select array_agg(distinct id) into ids from (select unnest(span.ids) union select facts.predecessors(span.ids)) as x (id);
    perform facts.recompute(span.id, ids);
  end loop;
  return taken;
end
$$;

-- Makes the totals of a period that has none yet. Returns whether there was one.
create function facts.compute_new_period(at timestamptz) returns boolean
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

create function facts.breakdown_of(cell facts.cell) returns text
language sql immutable
as $$
  select concat_ws(', ', case when cell.is_whole then 'whole' end, nullif('sex=' || cell.sex, 'sex='), nullif('age_group=' || cell.age_group, 'age_group='),
    nullif('ethnicity=' || cell.ethnicity, 'ethnicity='), nullif('audience=' || cell.audience, 'audience='), nullif('detail=' || cell.detail, 'detail='))
$$;

-- Computes a period anew, names every total that is not what the facts say, and sets it right. Units whose marks still wait
-- are left to the marks. Returns how many totals were compared.
create function facts.check_period(run uuid, wanted int) returns int
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

-- A changed tree moves totals although no fact has changed.
create function facts.mark_moved() returns trigger
language plpgsql
as $$
begin
  insert into facts.dirty (province_id, unit_id, from_day, to_day)
  select distinct u.province_id, u.id, '-infinity'::date, 'infinity'::date
  from changed c
  join units.unit u on u.id = c.unit_id
  where exists (select from facts.unit_place p where p.unit_id = u.id)
  on conflict do nothing;
  return null;
end
$$;
create function facts.mark_succeeded() returns trigger
language plpgsql
as $$
begin
  insert into facts.dirty (province_id, unit_id, from_day, to_day)
  select distinct u.province_id, u.id, '-infinity'::date, 'infinity'::date
  from changed c
  join units.unit u on u.id = c.from_id
  where exists (select from facts.unit_place p where p.unit_id = u.id)
  on conflict do nothing;
  return null;
end
$$;
alter function facts.mark_moved() security definer set search_path = facts, units, pg_temp;
alter function facts.mark_succeeded() security definer set search_path = facts, units, pg_temp;
create trigger facts_mark_new after insert on units.unit_ancestor referencing new table as changed for each statement execute function facts.mark_moved();
create trigger facts_mark_old after delete on units.unit_ancestor referencing old table as changed for each statement execute function facts.mark_moved();
create trigger facts_mark_heirs after insert on units.succession referencing new table as changed for each statement execute function facts.mark_succeeded();
