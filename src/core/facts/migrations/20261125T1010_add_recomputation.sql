-- Keeps the totals: for what has changed, and all of them at night. One run at a time, whoever runs it.
create function facts.lock_totals() returns void
language sql
as $$ select pg_advisory_xact_lock(hashtextextended('facts.totals', 0)) $$;

create index dirty_unit on facts.dirty (unit_id);
create index succession_from on units.succession (from_id) where from_id <> to_id;

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
  delete from pg_temp.fresh_part;
  delete from pg_temp.fresh_total;
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
  create temporary table if not exists fresh_place (unit_id uuid not null, administrative uuid[] not null, professional uuid[] not null) on commit delete rows;
  delete from pg_temp.fresh_place;
  insert into pg_temp.fresh_place
  select * from facts.places(array(select distinct unit_id from pg_temp.fresh_total), span.to_day);

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
  carried as (
    select s.superior, l.line, m.cell_id, m.value, m.sign
    from signed m
    cross join lateral (values ('administrative', m.administrative), ('professional', m.professional)) as l (line, superiors)
    cross join lateral unnest(l.superiors) as s (superior)
  ),
  summed as (
    select superior, line, cell_id, sum(sign * value) as value, sum(sign)::int as known, sum(sign * (value > 0)::int)::int as positive
    from carried
    group by 1, 2, 3
    having sum(sign * value) <> 0 or sum(sign) <> 0 or sum(sign * (value > 0)::int) <> 0
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
  insert into facts.unit_place as p (province_id, unit_id, period_id, administrative, professional)
  select u.province_id, f.unit_id, span.id, f.administrative, f.professional
  from pg_temp.fresh_place f
  join units.unit u on u.id = f.unit_id
  on conflict (unit_id, period_id, province_id) do update set administrative = excluded.administrative, professional = excluded.professional
    where (p.administrative, p.professional) <> (excluded.administrative, excluded.professional);
end
$$;

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
begin
  perform facts.lock_totals();
  select id into wanted from facts.period where computed_at is null order by id limit 1;
  if wanted is null then
    return false;
  end if;
  perform facts.recompute(wanted, array(select id from units.unit));
  update facts.period set computed_at = at where id = wanted;
  return true;
end
$$;

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
