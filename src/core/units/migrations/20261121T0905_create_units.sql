-- Units live in time: a unit is an identity, its versions are its life, successions join lives.
create schema units;
grant usage on schema units to songhanh_app, songhanh_nation, songhanh_system;

create function units.words_of(folded text) returns tsvector
language sql immutable parallel safe strict
as $$
  select to_tsvector('simple', regexp_replace(folded, '[^a-z0-9]+', ' ', 'g'))
$$;
comment on function units.words_of(text) is 'Words of a folded name, for search by their beginnings';

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
  search_words tsvector not null generated always as (units.words_of(search_name)) stored,
  source text not null,
  primary key (area_id, valid),
  exclude using gist (area_id with =, valid with &&)
);
comment on column units.area_version.kind is 'Tỉnh, Thành phố, Quận, Huyện, Thị xã, Xã, Phường, Thị trấn, Đặc khu';
comment on column units.area_version.source is 'Where the fact stands';
create index area_version_parent on units.area_version (parent_id);
create index area_version_search on units.area_version using gin (search_words);

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
  search_words tsvector not null generated always as (units.words_of(search_name)) stored,
  primary key (unit_id, valid),
  exclude using gist (unit_id with =, valid with &&),
  check ((level = 'school') = (cardinality(school_levels) > 0 or form = 'continuing'))
);
comment on column units.unit_version.search_name is 'The name as platform.fold gives it';
comment on column units.unit_version.symbol is 'Its letters in the symbol of a document: THTBB in 15/KH-THTBB';
comment on column units.unit_version.place is 'Place name before the date of its documents';
comment on column units.unit_version.administrative_parent_id is 'The commune of a school that the commune manages';
comment on column units.unit_version.professional_parent_id is 'The body that directs its professional work';
create index unit_version_administrative on units.unit_version (administrative_parent_id);
create index unit_version_professional on units.unit_version (professional_parent_id);
create index unit_version_area on units.unit_version (area_id);
create index unit_version_search on units.unit_version using gin (search_words);
create index unit_version_name on units.unit_version (search_name collate "C");

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
create index succession_to on units.succession (to_id) where from_id <> to_id;

create table units.unit_ancestor (
  unit_id uuid not null,
  ancestor_id uuid not null,
  line text not null check (line in ('administrative', 'professional')),
  depth int not null,
  valid daterange not null,
  primary key (unit_id, ancestor_id, line, depth, valid)
);
comment on table units.unit_ancestor is 'Who stood above whom, by line and time, itself at depth 0; derived from unit_version, whose keys vouch for it';
create index unit_ancestor_down on units.unit_ancestor (ancestor_id, line) include (unit_id, depth, valid);

-- Derives the rows of some units and of everything below them anew; all of them when `roots` is null. A superior counts
-- only while it exists itself. A unit that would stand above itself is refused.
create function units.derive_ancestors(roots uuid[]) returns void
language plpgsql
as $$
declare
  touched uuid[];
begin
  if roots is null then
    select array_agg(id) into touched from units.unit;
    delete from units.unit_ancestor;
  else
    -- Whatever the change touches still names the root as its superior in the old rows or names it in the new ones.
    with recursive below (unit_id) as (
      select unnest(roots)
      union
      select v.unit_id
      from below b
      join units.unit_version v on v.administrative_parent_id = b.unit_id or v.professional_parent_id = b.unit_id
    )
    select array_agg(unit_id) into touched from below;
    delete from units.unit_ancestor a using unnest(touched) as t (id) where a.unit_id = t.id;
  end if;

  insert into units.unit_ancestor (unit_id, ancestor_id, line, depth, valid)
  with recursive climb (unit_id, ancestor_id, line, depth, valid) as (
    select v.unit_id, v.unit_id, line.name, 0, v.valid
    from unnest(touched) as t (id)
    join units.unit_version v on v.unit_id = t.id
    cross join (values ('administrative'), ('professional')) as line (name)
    union all
    select c.unit_id, up.unit_id, c.line, c.depth + 1, c.valid * v.valid * up.valid
    from climb c
    join units.unit_version v on v.unit_id = c.ancestor_id and v.valid && c.valid
    join units.unit_version up
      on up.unit_id = case c.line when 'administrative' then v.administrative_parent_id else v.professional_parent_id end
      and not isempty(c.valid * v.valid * up.valid)
    where c.depth < 12
  )
  select unit_id, ancestor_id, line, depth, unnest(range_agg(valid))
  from climb
  group by unit_id, ancestor_id, line, depth;

  if exists (select from unnest(touched) as t (id) join units.unit_ancestor a on a.unit_id = t.id and a.ancestor_id = t.id and a.depth > 0) then
    raise exception 'a unit would stand above itself' using errcode = 'UN001';
  end if;
end
$$;

-- What the transaction may see and write. `app.roots` holds the units in which the person has a grant, with its line:
-- {"<unit>": "administrative" | "professional" | "either"}; `app.today` the day on which it is judged.
create function units.app_today() returns date
language sql stable parallel safe
as $$ select coalesce(nullif(current_setting('app.today', true), '')::date, current_date) $$;

create function units.writable() returns setof uuid
language plpgsql stable parallel safe
as $$
declare
  today constant date := units.app_today();
begin
  return query
  select distinct a.unit_id
  from jsonb_each_text(coalesce(nullif(current_setting('app.roots', true), ''), '{}')::jsonb) g
  join units.unit_ancestor a on a.ancestor_id = g.key::uuid and (g.value = 'either' or g.value = a.line or a.depth = 0)
  where a.valid @> today;
end
$$;
comment on function units.writable() is 'Units at or below the person''s grants in today''s tree';

-- Beside the writable units: closed ones for those who stood above them on their last day, and for those who carry on.
create function units.readable() returns setof uuid
language plpgsql stable parallel safe
as $$
declare
  today constant date := units.app_today();
  reached uuid[];
  found_now uuid[];
begin
  select array_agg(distinct a.unit_id) into reached
  from jsonb_each_text(coalesce(nullif(current_setting('app.roots', true), ''), '{}')::jsonb) g
  join units.unit_ancestor a on a.ancestor_id = g.key::uuid and (g.value = 'either' or g.value = a.line or a.depth = 0)
  where a.valid @> today
    or (upper(a.valid) <= today and exists (select from units.unit u where u.id = a.unit_id and u.closed_on = upper(a.valid)));

  found_now := reached;
  while cardinality(found_now) > 0 loop
    return query select unnest(found_now);
    select array_agg(distinct s.from_id) into found_now
    from unnest(found_now) as l (unit_id)
    join units.succession s on s.to_id = l.unit_id and s.from_id <> s.to_id
    join units.unit u on u.id = s.from_id and u.closed_on <= today
    where s.from_id <> all (reached);
    reached := reached || found_now;
  end loop;
end
$$;
comment on function units.readable() is 'Writable units, the closed ones that last stood below the grants, and predecessors';

create function units.superior() returns setof uuid
language sql stable parallel safe
as $$
  select distinct a.ancestor_id
  from jsonb_each_text(coalesce(nullif(current_setting('app.roots', true), ''), '{}')::jsonb) g
  join units.unit_ancestor a on a.unit_id = g.key::uuid and a.depth > 0
  where a.valid @> (select units.app_today())
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

do $$
declare
  name text;
begin
  foreach name in array array['unit', 'unit_version', 'succession'] loop
    execute format('alter table units.%I enable row level security', name);
    execute format('alter table units.%I force row level security', name);
    execute format('create policy everyone_reads on units.%I for select using (true)', name);
    execute format('create policy nation_writes on units.%I to songhanh_nation using (true) with check (true)', name);
    execute format('create policy system_writes on units.%I to songhanh_system using (true) with check (true)', name);
  end loop;
end
$$;
-- A bare identity gives nothing away and reaches nothing; where it stands is told by its version.
create policy app_inserts on units.unit for insert to songhanh_app with check (true);
create policy app_updates on units.unit for update to songhanh_app
  using (id in (select units.writable())) with check (id in (select units.writable()));
create policy app_updates on units.unit_version for update to songhanh_app
  using (unit_id in (select units.writable())) with check (unit_id in (select units.writable()));
create policy app_deletes on units.unit_version for delete to songhanh_app
  using (unit_id in (select units.writable()));
create policy app_inserts on units.unit_version for insert to songhanh_app
  with check (
    unit_id in (select units.writable())
    or administrative_parent_id in (select units.writable())
    or professional_parent_id in (select units.writable())
  );
create policy app_inserts on units.succession for insert to songhanh_app
  with check (from_id in (select units.writable()) or to_id in (select units.writable()));

-- Deriving is the tree's own work, whoever changed it.
alter function units.derive_ancestors(uuid[]) security definer set search_path = units, pg_temp;
