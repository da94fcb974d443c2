-- What units have and where they stand, straight from the facts and the tree.
-- The day on which a unit is looked at for a period: the last one of the period on which it exists, else the nearest.
create function facts.tree_day(unit uuid, wanted date) returns date
language sql stable
as $$
  select case
    when bool_or(a.valid @> wanted) then wanted
    else coalesce(max(upper(a.valid)) filter (where upper(a.valid) <= wanted) - 1, min(lower(a.valid)))
  end
  from units.unit_ancestor a
  where a.unit_id = unit and a.depth = 0 and a.line = 'professional'
$$;

create function facts.places(ids uuid[], wanted date) returns table (unit_id uuid, administrative uuid[], professional uuid[])
language sql stable
as $$
  select d.unit_id,
    coalesce(array_agg(distinct a.ancestor_id) filter (where a.line = 'administrative' and a.depth > 0), '{}'),
    coalesce(array_agg(distinct a.ancestor_id) filter (where a.line = 'professional' and a.depth > 0), '{}')
  from (select id as unit_id, facts.tree_day(id, wanted) as day from unnest(ids) id) d
  left join units.unit_ancestor a on a.unit_id = d.unit_id and a.valid @> d.day
  group by d.unit_id
$$;
comment on function facts.places(uuid[], date) is 'The superiors of units on the tree of a period that ends on a day';

create function facts.heirs(unit uuid) returns setof uuid
language sql stable
as $$
  with recursive heir (id) as (
    select s.to_id from units.succession s where s.from_id = unit and s.to_id <> s.from_id
    union
    select s.to_id from heir h join units.succession s on s.from_id = h.id and s.to_id <> s.from_id
  )
  select id from heir
$$;
comment on function facts.heirs(uuid) is 'Who carries on a unit, over all steps';

create function facts.predecessors(ids uuid[]) returns setof uuid
language sql stable
as $$
  with recursive before (id) as (
    select s.from_id from units.succession s where s.to_id = any (ids) and s.to_id <> s.from_id
    union
    select s.from_id from before b join units.succession s on s.to_id = b.id and s.to_id <> s.from_id
  )
  select id from before
$$;

create function facts.way_of(wanted text) returns text
language sql stable
as $$
  select coalesce(
    (select case when m.over = 'last' then 'last' when m.number = 'persons' then 'most' else 'sum' end
     from facts.measure m
     where m.code = wanted or (m.code like '%*%' and wanted like replace(m.code, '*', '%'))
     order by m.code <> wanted
     limit 1),
    'sum')
$$;
comment on function facts.way_of(text) is 'How the facts of a measure come together: all added; the latest day alone; or the largest activity alone, because nobody knows which persons came to several';

-- What is not asked for is not added up, and how a measure comes together is looked up once for each, not for each fact.
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

-- Which units a superior answers for: on the tree of a period, and on today's.
create function facts.scope_then(superior uuid, along text, last date)
returns table (unit_id uuid, day date, name text, level text, school_levels text[])
language sql stable rows 1000
as $$
  with under as materialized (
    select a.unit_id, bool_or(a.valid @> last) as is_there
    from units.unit_ancestor a
    where a.ancestor_id = superior and a.line = along
    group by a.unit_id
  ),
  -- Of those that are not there on the day, the ones that stood there on the day on which they are looked at.
  placed as materialized (
    select u.unit_id, last as day from under u where u.is_there
    union all
    select u.unit_id, d.day
    from under u
    cross join lateral (select facts.tree_day(u.unit_id, last) as day) d
    where not u.is_there
      and exists (
        select from units.unit_ancestor a
        where a.unit_id = u.unit_id and a.ancestor_id = superior and a.line = along and a.valid @> d.day)
  )
  select p.unit_id, p.day, v.name, v.level, v.school_levels
  from placed p
  join units.unit_version v on v.unit_id = p.unit_id and v.valid @> p.day
$$;
comment on function facts.scope_then(uuid, text, date) is 'The unit and those below it on the tree of a period that ends on a day; closed units as on their last day';

-- A closed unit counts with the one unit that carries it on; one that was divided, or ended without an heir, counts where all
-- of its heirs, or its last superiors, are: it is told as a break.
create function facts.scope_now(superior uuid, along text, today date)
returns table (unit_id uuid, heir_id uuid, is_included boolean, is_broken boolean)
language sql stable rows 2000
as $$
  with recursive alive as materialized (
    select a.unit_id
    from units.unit_ancestor a
    where a.ancestor_id = superior and a.line = along and a.valid @> today
  ),
  closed as materialized (
    select u.id, u.closed_on from units.unit u where u.closed_on <= today
  ),
  -- What the living carry on, and what nobody carries on with what that had carried on: the rest of the closed lies elsewhere.
  back (id) as (
    select unit_id from alive
    union
    select c.id from closed c where not exists (select from units.succession s where s.from_id = c.id and s.to_id <> s.from_id)
    union
    select s.from_id from back b join units.succession s on s.to_id = b.id and s.from_id <> s.to_id
  ),
  path (unit_id, at) as (
    select id, id from closed where id in (select id from back)
    union
    select p.unit_id, s.to_id
    from path p
    join closed c on c.id = p.at
    join units.succession s on s.from_id = p.at and s.to_id <> s.from_id
  ),
  final as materialized (
    select p.unit_id, p.at, c.closed_on, count(*) over (partition by p.unit_id) as ways
    from path p
    left join closed c on c.id = p.at
    where c.id is null or not exists (select from units.succession s where s.from_id = p.at and s.to_id <> s.from_id)
  ),
  -- What ended without an heir lies where its last superiors, or who carries them on, are today.
  ended as materialized (
    select distinct e.at
    from (select distinct f.at, f.closed_on from final f where f.closed_on is not null) e
    join units.unit_ancestor a on a.unit_id = e.at and a.line = along and a.depth > 0 and a.valid @> (e.closed_on - 1)
    left join final h on h.unit_id = a.ancestor_id
    where (h.unit_id is null and a.ancestor_id in (select unit_id from alive))
      or (h.ways = 1 and h.closed_on is null and h.at in (select unit_id from alive))
  ),
  judged as (
    select f.unit_id, f.at, f.closed_on, f.ways,
      case when f.closed_on is null then f.at in (select unit_id from alive) else f.at in (select at from ended) end as is_inside
    from final f
  )
  select unit_id, unit_id, true, false from alive
  union all
  select j.unit_id, case when min(j.ways) = 1 and min(j.closed_on) is null then (array_agg(j.at))[1] end,
    bool_and(j.is_inside), min(j.ways) > 1 or min(j.closed_on) is not null
  from judged j
  group by j.unit_id
  having bool_or(j.is_inside)
$$;
comment on function facts.scope_now(uuid, text, date) is 'The unit and those below it today, and the closed ones whose figures they carry on';
