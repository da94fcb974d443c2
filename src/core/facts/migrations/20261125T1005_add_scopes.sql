-- Which units a superior answers for: on the tree of a period, and on today's.
create function facts.scope_then(superior uuid, along text, last date)
returns table (unit_id uuid, day date, name text, level text, school_levels text[])
language sql stable
as $$
  select u.unit_id, u.day, v.name, v.level, v.school_levels
  from (
    select c.unit_id, facts.tree_day(c.unit_id, last) as day
    from (select distinct a.unit_id from units.unit_ancestor a where a.ancestor_id = superior and a.line = along) c
  ) u
  join units.unit_version v on v.unit_id = u.unit_id and v.valid @> u.day
  where exists (
    select from units.unit_ancestor a
    where a.unit_id = u.unit_id and a.ancestor_id = superior and a.line = along and a.valid @> u.day)
$$;
comment on function facts.scope_then(uuid, text, date) is 'The unit and those below it on the tree of a period that ends on a day; closed units as on their last day';

-- A closed unit counts with the one unit that carries it on; one that was divided, or ended without an heir, counts where all
-- of its heirs, or its last superiors, are: it is told as a break.
create function facts.scope_now(superior uuid, along text, today date)
returns table (unit_id uuid, heir_id uuid, is_included boolean, is_broken boolean)
language sql stable
as $$
  with recursive alive as materialized (
    select a.unit_id
    from units.unit_ancestor a
    where a.ancestor_id = superior and a.line = along and a.valid @> today
  ),
  closed as materialized (
    select u.id, u.closed_on from units.unit u where u.closed_on <= today
  ),
  path (unit_id, at) as (
    select id, id from closed
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
