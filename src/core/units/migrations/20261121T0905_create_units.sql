-- Units live in time: a unit is an identity, its versions are its life, successions join lives.
create schema units;
grant usage on schema units to songhanh_app, songhanh_nation, songhanh_system;

create table units.area (
  id uuid primary key,
  code text not null,
  level text not null check (level in ('province', 'district', 'commune'))
);
comment on table units.area is 'Administrative areas: identity only';
comment on column units.area.code is 'Official code of the General Statistics Office; codes are re-used over time';

create table units.area_version (
  area_id uuid not null references units.area,
  valid daterange not null check (not isempty(valid)),
  name text not null,
  full_name text not null,
  kind text not null,
  parent_id uuid references units.area,
  search_name text not null,
  source text not null,
  primary key (area_id, valid),
  exclude using gist (area_id with =, valid with &&)
);
comment on column units.area_version.kind is 'Tỉnh, Thành phố, Quận, Huyện, Thị xã, Xã, Phường, Thị trấn, Đặc khu';
comment on column units.area_version.source is 'Where the fact stands';
create index area_version_parent on units.area_version (parent_id);
create index area_version_search on units.area_version using gin (search_name gin_trgm_ops);

create table units.area_succession (
  from_id uuid not null references units.area,
  to_id uuid not null references units.area,
  on_day date not null,
  share text not null check (share in ('whole', 'rest', 'part')),
  source text not null,
  primary key (from_id, to_id, on_day)
);
comment on column units.area_succession.share is 'whole: all of it went over; rest: what other successors left; part: a part of it';

create table units.unit (
  id uuid primary key,
  province_id text not null check (province_id ~ '^\d\d$'),
  code text unique,
  closed_on date
);
comment on table units.unit is 'A body of the sector: identity, unchanged when it is renamed or re-parented';
comment on column units.unit.province_id is 'Code of one of today''s 34 provinces, 00 for the nation; fixed at insert, no meaning is read from it';
comment on column units.unit.code is 'Code given by the Ministry, kept for life';
comment on column units.unit.closed_on is 'First day on which it no longer exists';

create table units.unit_version (
  unit_id uuid not null references units.unit,
  valid daterange not null check (not isempty(valid)),
  name text not null check (name <> ''),
  level text not null check (level in ('ministry', 'department', 'district_office', 'commune', 'school')),
  school_levels text[] not null default '{}' check (school_levels <@ array['kindergarten', 'primary', 'lower_secondary', 'upper_secondary']),
  form text check (form in ('ordinary', 'boarding', 'continuing')),
  ownership text check (ownership in ('public', 'private', 'people_founded')),
  symbol text,
  place text,
  area_id uuid references units.area,
  administrative_parent_id uuid references units.unit,
  professional_parent_id uuid references units.unit,
  search_name text not null,
  primary key (unit_id, valid),
  exclude using gist (unit_id with =, valid with &&),
  check ((level = 'school') = (cardinality(school_levels) > 0 or form = 'continuing'))
);
comment on column units.unit_version.symbol is 'Its letters in the symbol of a document: THTBB in 15/KH-THTBB';
comment on column units.unit_version.place is 'Place name before the date of its documents';
comment on column units.unit_version.administrative_parent_id is 'The commune of a school that the commune manages';
comment on column units.unit_version.professional_parent_id is 'The body that directs its professional work';
create index unit_version_administrative on units.unit_version (administrative_parent_id);
create index unit_version_professional on units.unit_version (professional_parent_id);
create index unit_version_search on units.unit_version using gin (search_name gin_trgm_ops);

create table units.succession (
  from_id uuid not null references units.unit,
  to_id uuid references units.unit,
  on_day date not null,
  kind text not null check (kind in ('merge', 'split', 'rename', 'reparent', 'abolish')),
  decision text,
  unique nulls not distinct (from_id, to_id, on_day, kind)
);
comment on column units.succession.to_id is 'Who carries on; the unit itself when it was renamed or re-parented, null when nobody does';
comment on column units.succession.decision is 'Number and date of the decision';
create index succession_to on units.succession (to_id);

create table units.unit_ancestor (
  unit_id uuid not null references units.unit,
  ancestor_id uuid not null references units.unit,
  line text not null check (line in ('administrative', 'professional')),
  depth int not null,
  valid daterange not null,
  primary key (unit_id, ancestor_id, line, valid)
);
comment on table units.unit_ancestor is 'Who stood above whom, by line and time, itself at depth 0; derived from unit_version';
create index unit_ancestor_down on units.unit_ancestor (ancestor_id, line) include (unit_id, valid);

-- Derives the rows of some units and of everything below them anew; all of them when `roots` is null.
create function units.derive_ancestors(roots uuid[]) returns void
language plpgsql
as $$
declare
  touched uuid[];
begin
  if roots is null then
    select array_agg(id) into touched from units.unit;
  else
    select array_agg(distinct unit_id) into touched
    from (
      select unnest(roots) as unit_id
      union
      select a.unit_id from units.unit_ancestor a where a.ancestor_id = any (roots)
    ) below;
  end if;
  delete from units.unit_ancestor where unit_id = any (touched);
  insert into units.unit_ancestor (unit_id, ancestor_id, line, depth, valid)
  with recursive climb (unit_id, ancestor_id, line, depth, valid) as (
    select v.unit_id, v.unit_id, line.name, 0, v.valid
    from units.unit_version v
    cross join (values ('administrative'), ('professional')) as line (name)
    where v.unit_id = any (touched)
    union all
    select c.unit_id, p.parent_id, c.line, c.depth + 1, c.valid * p.valid
    from climb c
    join lateral (
      select case c.line when 'administrative' then v.administrative_parent_id else v.professional_parent_id end as parent_id, v.valid
      from units.unit_version v
      where v.unit_id = c.ancestor_id
    ) p on p.parent_id is not null and not isempty(c.valid * p.valid)
    where c.depth < 8
  )
  select c.unit_id, c.ancestor_id, c.line, c.depth, c.valid * w.life
  from climb c
  join (select unit_id, range_merge(range_agg(valid)) as life from units.unit_version group by unit_id) w on w.unit_id = c.ancestor_id
  where not isempty(c.valid * w.life)
  on conflict do nothing;
end
$$;

-- What the transaction may see and write. `app.roots` holds the units in which the person has a grant, with its line:
-- {"<unit>": "administrative" | "professional" | "either"}; `app.today` the day on which it is judged.
create function units.app_today() returns date
language sql stable parallel safe
as $$ select coalesce(nullif(current_setting('app.today', true), '')::date, current_date) $$;

create function units.writable() returns setof uuid
language sql stable parallel safe
as $$
  select a.unit_id
  from jsonb_each_text(coalesce(nullif(current_setting('app.roots', true), ''), '{}')::jsonb) g
  join units.unit_ancestor a on a.ancestor_id = g.key::uuid and (g.value = 'either' or g.value = a.line)
  where a.valid @> units.app_today()
$$;
comment on function units.writable() is 'Units below the person''s grants in today''s tree';

create function units.readable() returns setof uuid
language sql stable parallel safe
as $$
  with recursive grants as (
    select key::uuid as unit_id, value as line
    from jsonb_each_text(coalesce(nullif(current_setting('app.roots', true), ''), '{}')::jsonb)
  ),
  reached (unit_id) as (
    select unit_id from units.writable() as w (unit_id)
    union
    -- a closed unit stays readable for those who stood above it on its last day
    select a.unit_id
    from grants g
    join units.unit_ancestor a on a.ancestor_id = g.unit_id and (g.line = 'either' or g.line = a.line)
    join units.unit u on u.id = a.unit_id
    where u.closed_on <= units.app_today() and upper(a.valid) = u.closed_on
  ),
  lineage (unit_id) as (
    select unit_id from reached
    union
    -- and for those who carry on
    select s.from_id
    from lineage l
    join units.succession s on s.to_id = l.unit_id and s.from_id <> s.to_id
    join units.unit u on u.id = s.from_id
    where u.closed_on <= units.app_today()
  )
  select unit_id from lineage
$$;
comment on function units.readable() is 'Writable units, the closed ones that stood below the grants, and predecessors';

create function units.superior() returns setof uuid
language sql stable parallel safe
as $$
  select distinct a.ancestor_id
  from jsonb_each_text(coalesce(nullif(current_setting('app.roots', true), ''), '{}')::jsonb) g
  join units.unit_ancestor a on a.unit_id = g.key::uuid and a.depth > 0
  where a.valid @> units.app_today()
$$;
comment on function units.superior() is 'Units above the person''s grants: what they publish may be read';

-- The second wall of a table that holds rows of units: rows are seen and written within the reach of the grants.
create function units.protect(target regclass) returns void
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy unit_read on %s for select to songhanh_app using (unit_id = any (array(select units.readable())))', target);
  execute format('create policy unit_insert on %s for insert to songhanh_app with check (unit_id = any (array(select units.writable())))', target);
  execute format('create policy unit_update on %s for update to songhanh_app using (unit_id = any (array(select units.writable()))) with check (unit_id = any (array(select units.writable())))', target);
  execute format('create policy unit_delete on %s for delete to songhanh_app using (unit_id = any (array(select units.writable())))', target);
  execute format('create policy nation on %s to songhanh_nation using (true) with check (true)', target);
  execute format('create policy system on %s to songhanh_system using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %s to songhanh_app, songhanh_nation, songhanh_system', target);
end
$$;
comment on function units.protect(regclass) is 'To be called by the migration that creates a table with a column unit_id';

-- The tree itself is no secret; it is changed within the reach of the grants.
grant select on all tables in schema units to songhanh_app, songhanh_nation, songhanh_system;
grant insert, update on units.unit, units.unit_version, units.succession to songhanh_app, songhanh_nation, songhanh_system;
grant delete on units.unit_version to songhanh_app, songhanh_nation, songhanh_system;
grant insert, update, delete on units.unit_ancestor, units.area, units.area_version, units.area_succession to songhanh_system;

alter table units.unit_version enable row level security;
alter table units.unit_version force row level security;
create policy everyone_reads on units.unit_version for select using (true);
create policy app_writes on units.unit_version to songhanh_app
  using (unit_id = any (array(select units.writable())))
  with check (
    unit_id = any (array(select units.writable()))
    or administrative_parent_id = any (array(select units.writable()))
    or professional_parent_id = any (array(select units.writable()))
  );
create policy nation_writes on units.unit_version to songhanh_nation using (true) with check (true);
create policy system_writes on units.unit_version to songhanh_system using (true) with check (true);
-- Deriving is the tree's own work, whoever changed it.
alter function units.derive_ancestors(uuid[]) security definer set search_path = units, pg_temp;
