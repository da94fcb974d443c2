-- For millions of facts at once: sums in one pass, and carried up by place instead of by unit.
create or replace function facts.unit_cells(ids uuid[], first date, last date)
returns table (unit_id uuid, measure text, sex text, age_group text, ethnicity text, audience text, detail text, value numeric)
language sql stable
as $$
  with declared as materialized (
    select m.code, replace(m.code, '*', '%') as pattern, m.code like '%*%' as is_pattern, facts.way_of(m.code) as way from facts.measure m
  ),
  kind as materialized (
    select
      coalesce(array_agg(code) filter (where way = 'last' and not is_pattern), '{}') as last_codes,
      coalesce(array_agg(pattern) filter (where way = 'last' and is_pattern), '{}') as last_patterns,
      coalesce(array_agg(code) filter (where way = 'most' and not is_pattern), '{}') as most_codes,
      coalesce(array_agg(pattern) filter (where way = 'most' and is_pattern), '{}') as most_patterns,
      coalesce(array_agg(code) filter (where not is_pattern), '{}') as codes
    from declared
  ),
  -- Snapshots and persons are few beside what is added: they alone are kept aside.
  apart as materialized (
    select f.unit_id, f.measure, f.on_day, f.sex, f.age_group, f.ethnicity, f.audience, f.detail, f.value, f.source_id,
      f.measure = any ((select last_codes from kind)::text[]) or (f.measure <> all ((select codes from kind)::text[]) and f.measure like any ((select last_patterns from kind)::text[])) as is_snapshot
    from facts.fact f
    where f.unit_id = any (ids) and f.on_day between first and last and f.value is not null
      and (f.measure = any ((select last_codes || most_codes from kind)::text[])
        or (f.measure <> all ((select codes from kind)::text[]) and f.measure like any ((select last_patterns || most_patterns from kind)::text[])))
  ),
  ranked as (
    select a.*,
      max(a.on_day) over (partition by a.unit_id, a.measure) as latest,
      sum(a.value) over (partition by a.unit_id, a.measure, a.source_id) as of_source,
      max(a.on_day) over (partition by a.unit_id, a.measure, a.source_id) as source_day
    from apart a
  ),
  chosen as (
    select r.*, first_value(r.source_id) over (partition by r.unit_id, r.measure order by r.of_source desc, r.source_day desc, r.source_id) as largest
    from ranked r
  ),
  -- Who carries on has counted what the closed unit had counted before: it is not counted twice.
  superseded as materialized (
    select l.unit_id, l.measure
    from (select distinct a.unit_id, a.measure from apart a where a.is_snapshot) l
    join units.unit u on u.id = l.unit_id and u.closed_on <= last
    where exists (
      select from facts.fact f
      where f.unit_id = any (array(select facts.heirs(l.unit_id))) and f.measure = l.measure and f.on_day between u.closed_on and last and f.value is not null)
  )
  select f.unit_id, f.measure, f.sex, f.age_group, f.ethnicity, f.audience, f.detail, sum(f.value)
  from facts.fact f
  where f.unit_id = any (ids) and f.on_day between first and last and f.value is not null
    and f.measure <> all ((select last_codes || most_codes from kind)::text[])
    and (f.measure = any ((select codes from kind)::text[]) or not f.measure like any ((select last_patterns || most_patterns from kind)::text[]))
  group by 1, 2, 3, 4, 5, 6, 7
  union all
  select c.unit_id, c.measure, c.sex, c.age_group, c.ethnicity, c.audience, c.detail, sum(c.value)
  from chosen c
  where case when c.is_snapshot then c.on_day = c.latest and (c.unit_id, c.measure) not in (select unit_id, measure from superseded) else c.source_id = c.largest end
  group by 1, 2, 3, 4, 5, 6, 7
$$;
alter function facts.unit_cells(uuid[], date, date) set work_mem = '64MB';

create or replace function facts.recompute(period_id int, ids uuid[]) returns void
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
  insert into facts.unit_place as p (province_id, unit_id, period_id, administrative, professional)
  select u.province_id, f.unit_id, span.id, f.administrative, f.professional
  from pg_temp.fresh_place f
  join units.unit u on u.id = f.unit_id
  on conflict (unit_id, period_id, province_id) do update set administrative = excluded.administrative, professional = excluded.professional
    where (p.administrative, p.professional) <> (excluded.administrative, excluded.professional);
end
$$;
alter function facts.recompute(int, uuid[]) set work_mem = '64MB';
alter function facts.check_period(uuid, int) set work_mem = '64MB';
