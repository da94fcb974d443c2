-- What is not asked for is not added up, and how a measure comes together is looked up once for each, not for each fact.
drop function facts.unit_cells(uuid[], date, date);
create function facts.unit_cells(ids uuid[], first date, last date, wanted text[] default null)
returns table (unit_id uuid, measure text, sex text, age_group text, ethnicity text, audience text, detail text, value numeric)
language sql stable rows 200000
as $$
  with fact as not materialized (
    select f.*, coalesce(m.way, p.way, 'sum') as way
    from facts.fact f
    left join (select code, facts.way_of(code) as way from facts.measure where code not like '%*%') m on m.code = f.measure
    left join lateral (
      select facts.way_of(d.code) as way from facts.measure d where m.code is null and d.code like '%*%' and f.measure like replace(d.code, '*', '%') limit 1
    ) p on m.code is null
    where f.unit_id = any (ids) and f.on_day between first and last and f.value is not null and (wanted is null or f.measure = any (wanted))
  ),
  -- Snapshots and persons are few beside what is added: they alone are kept aside.
  apart as materialized (select * from fact where way <> 'sum'),
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
    from (select distinct a.unit_id, a.measure from apart a where a.way = 'last') l
    join units.unit u on u.id = l.unit_id and u.closed_on <= last
    where exists (
      select from facts.fact f
      where f.unit_id = any (array(select facts.heirs(l.unit_id))) and f.measure = l.measure and f.on_day between u.closed_on and last and f.value is not null)
  )
  select f.unit_id, f.measure, f.sex, f.age_group, f.ethnicity, f.audience, f.detail, sum(f.value)
  from fact f
  where f.way = 'sum'
  group by 1, 2, 3, 4, 5, 6, 7
  union all
  select c.unit_id, c.measure, c.sex, c.age_group, c.ethnicity, c.audience, c.detail, sum(c.value)
  from chosen c
  where case c.way when 'last' then c.on_day = c.latest and (c.unit_id, c.measure) not in (select unit_id, measure from superseded) else c.source_id = c.largest end
  group by 1, 2, 3, 4, 5, 6, 7
$$;
alter function facts.unit_cells(uuid[], date, date, text[]) set work_mem = '64MB';
comment on function facts.unit_cells(uuid[], date, date, text[]) is 'What units themselves have in a span of days, straight from the facts; of all measures, or of some';
