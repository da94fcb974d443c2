-- What can be counted, added up along the tree. Facts are views of the modules; totals are derived from them by a job.
create schema facts;
grant usage on schema facts to songhanh_app, songhanh_nation, songhanh_system;

create table facts.measure (
  code text primary key,
  number text not null check (number in ('count', 'contacts', 'persons', 'money', 'score', 'yes_no')),
  over text not null check (over in ('sum', 'last')),
  breakdowns text[] not null,
  applies_to text[] not null
);
comment on table facts.measure is 'What the modules declare that they count; written anew when the program starts with other declarations';
comment on column facts.measure.code is 'A star stands for any text: measures that are made from data';
comment on column facts.measure.over is 'last: a snapshot, of which the latest day of a period counts';
comment on column facts.measure.applies_to is 'Levels of units and levels of schooling that are expected to have it; empty for all';
grant select on facts.measure to songhanh_app, songhanh_nation, songhanh_system;

-- Takes the place of the union of the views that the modules declare.
create view facts.fact with (security_invoker = true) as
select null::text as province_id, null::uuid as unit_id, null::text as measure, null::date as on_day, null::text as sex, null::text as age_group,
  null::text as ethnicity, null::text as audience, null::text as detail, null::numeric as value, null::text as source_table, null::uuid as source_id
where false;
grant select on facts.fact to songhanh_app, songhanh_nation, songhanh_system;

create table facts.period (
  id int generated always as identity primary key,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  computed_at timestamptz,
  unique (from_day, to_day)
);
comment on table facts.period is 'Spans of days, both ends in, for which totals are kept';
comment on column facts.period.computed_at is 'When its totals were first computed; until then they are read from the facts';
grant select, insert on facts.period to songhanh_app, songhanh_nation, songhanh_system;
grant update on facts.period to songhanh_system;

create table facts.cell (
  id int generated always as identity primary key,
  measure text not null,
  is_whole boolean not null,
  sex text not null,
  age_group text not null,
  ethnicity text not null,
  audience text not null,
  detail text not null,
  unique (measure, is_whole, sex, age_group, ethnicity, audience, detail)
);
comment on table facts.cell is 'A measure with one set of break-downs; the whole of a measure adds its parts up';
grant select on facts.cell to songhanh_app, songhanh_nation, songhanh_system;
grant insert on facts.cell to songhanh_system;

create table facts.dirty (
  province_id text not null,
  unit_id uuid not null,
  from_day date not null,
  to_day date not null,
  xact xid8 not null default pg_current_xact_id(),
  primary key (province_id, unit_id, from_day, to_day, xact)
);
comment on table facts.dirty is 'Units whose facts of some days have changed since their totals were made';
comment on column facts.dirty.xact is 'Each transaction leaves marks of its own: none waits for another, and none is taken for a mark whose work is already under way';
select units.protect('facts.dirty');

-- Derived by the job alone, millions of rows at a time: the job vouches for what they refer to.
create table facts.unit_total (
  province_id text not null,
  unit_id uuid not null,
  period_id int not null,
  cell_id int not null,
  value numeric not null,
  primary key (unit_id, period_id, cell_id, province_id)
);
comment on table facts.unit_total is 'What a unit itself has in a period; derived from the facts';

create table facts.unit_place (
  province_id text not null,
  unit_id uuid not null,
  period_id int not null,
  administrative uuid[] not null,
  professional uuid[] not null,
  known int[] not null,
  primary key (unit_id, period_id, province_id)
);
comment on table facts.unit_place is 'To which superiors the totals of a unit were carried: those of the last day of the period, or of the unit';
comment on column facts.unit_place.known is 'Cells of the wholes of which the unit has anything: who is missing is seen without its totals';
create index unit_place_period on facts.unit_place (period_id);

create table facts.roll_total (
  province_id text not null,
  unit_id uuid not null,
  line text not null check (line in ('administrative', 'professional')),
  period_id int not null,
  cell_id int not null,
  value numeric not null,
  known int not null,
  positive int not null,
  primary key (unit_id, period_id, line, cell_id, province_id)
);
comment on table facts.roll_total is 'What the units below a superior have together, without its own';
comment on column facts.roll_total.known is 'Units below that have a value';
comment on column facts.roll_total.positive is 'Units below whose value is above zero';

create table facts.check_run (
  id uuid primary key,
  began_at timestamptz not null,
  ended_at timestamptz,
  totals int not null default 0,
  differences int not null default 0
);
comment on table facts.check_run is 'Full recomputations: how much was compared and how much differed';
comment on column facts.check_run.ended_at is 'Null while it runs, and when it was broken off';
grant select on facts.check_run to songhanh_app, songhanh_nation, songhanh_system;
grant insert, update on facts.check_run to songhanh_system;

create table facts.difference (
  province_id text not null,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  check_id uuid not null references facts.check_run,
  line text,
  from_day date not null,
  to_day date not null,
  measure text not null,
  breakdown text not null,
  stored numeric,
  computed numeric,
  primary key (province_id, id)
);
comment on table facts.difference is 'A total that was not what the facts say, and what it was set to';
comment on column facts.difference.line is 'Null for what the unit itself has';
comment on column facts.difference.stored is 'Null where there was none';
comment on column facts.difference.computed is 'Null where there is none';
create index difference_check on facts.difference (check_id);

do $$
declare
  name text;
begin
  foreach name in array array['unit_total', 'roll_total', 'difference'] loop
    -- Looked up row by row, not in a list of thousands: a Department reads many rows of many units.
    execute format('create policy unit_read on facts.%I for select to songhanh_app using (unit_id in (select units.readable()))', name);
  end loop;
  -- One row of a unit: found by the list, since there is no other way to the units of a Department.
  create policy unit_read on facts.unit_place for select to songhanh_app using (unit_id = any (array(select units.readable())));
  foreach name in array array['unit_total', 'unit_place', 'roll_total', 'difference'] loop
    execute format('create policy nation on facts.%I for select to songhanh_nation using (true)', name);
    execute format('create policy system on facts.%I to songhanh_system using (true) with check (true)', name);
    execute format('grant select on facts.%I to songhanh_app, songhanh_nation', name);
    execute format('grant select, insert, update, delete on facts.%I to songhanh_system', name);
  end loop;
end
$$;
alter table facts.unit_total enable row level security;
alter table facts.unit_total force row level security;
alter table facts.unit_place enable row level security;
alter table facts.unit_place force row level security;
alter table facts.roll_total enable row level security;
alter table facts.roll_total force row level security;
alter table facts.difference enable row level security;
alter table facts.difference force row level security;

create table facts.frozen (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  holder_table text not null,
  holder_id uuid not null,
  title text not null,
  frozen_at timestamptz not null,
  primary key (province_id, id),
  unique (holder_table, holder_id)
);
comment on table facts.frozen is 'What has been handed in with its figures: a report, a consolidation';
select units.protect('facts.frozen');

create table facts.frozen_source (
  province_id text not null,
  frozen_id uuid not null,
  unit_id uuid not null references units.unit,
  source_table text not null,
  source_id uuid not null,
  digest text not null,
  primary key (province_id, frozen_id, source_table, source_id),
  foreign key (province_id, frozen_id) references facts.frozen on delete cascade
);
comment on table facts.frozen_source is 'What the figures of a holder stand on, as it was; a consolidation stands on reports';
create index frozen_source_source on facts.frozen_source (source_id);
select units.protect('facts.frozen_source');
