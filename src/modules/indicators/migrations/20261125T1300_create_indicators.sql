-- Indicators beside those of the catalogue, targets, and figures entered by hand.
create schema indicators;
grant usage on schema indicators to songhanh_app, songhanh_nation, songhanh_system;

create table indicators.definition (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  code text not null check (code ~ '^[A-Z][A-Z0-9]{1,11}$'),
  version int not null check (version > 0),
  valid_from date not null,
  withdrawn_on date,
  name_vi text not null check (name_vi <> ''),
  name_en text not null default '',
  unit_of_measure text not null check (unit_of_measure in ('percent', 'index', 'count', 'contacts', 'persons', 'score', 'money')),
  formula text not null check (length(formula) between 1 and 4000),
  definition jsonb not null,
  reason text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (province_id, id),
  unique (unit_id, code, version)
);
comment on table indicators.definition is 'Indicators that a Department or the Ministry added or put in the place of one of the catalogue, by version; they hold for the units below';
comment on column indicators.definition.code is 'A code of the catalogue replaces it; others begin with X';
comment on column indicators.definition.withdrawn_on is 'From this day the version no longer holds';
comment on column indicators.definition.definition is 'The rest of Definition of model/definition.ts';
comment on column indicators.definition.reason is 'Why, as it is shown to those below';
create index definition_unit on indicators.definition (unit_id, code);
select units.protect('indicators.definition');
create policy superior_read on indicators.definition for select to songhanh_app
  using (unit_id = any (array(select units.superior())));

create table indicators.target (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  code text not null,
  year int not null check (year between 2020 and 2050),
  kind text not null check (kind in ('given', 'own', 'path')),
  value numeric not null check (value between -1e15 and 1e15),
  baseline numeric,
  baseline_year int check (baseline_year between 2000 and 2050),
  given_by uuid references units.unit,
  decision_number text,
  decision_on date,
  decision_text text,
  note text,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  unique (unit_id, code, year, kind),
  check ((kind = 'given') = (given_by is not null))
);
comment on table indicators.target is 'What a unit is to reach in a year; without a row it inherits from its superiors';
comment on column indicators.target.kind is 'given: shared out by the superior; own: decided by the unit; path: a step of its internal path to a later target';
comment on column indicators.target.value is 'In the unit of the indicator: 41.5 of per cent';
comment on column indicators.target.decision_number is 'The decision that a target of one''s own stands on; required where it asks less than the superior';
select units.protect('indicators.target');
create policy superior_read on indicators.target for select to songhanh_app
  using (kind <> 'path' and unit_id = any (array(select units.superior())));

create table indicators.hand_figure (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  code text not null,
  from_day date not null,
  to_day date not null,
  part numeric check (part between 0 and 1e15),
  whole numeric check (whole between 0 and 1e15),
  value numeric check (value between 0 and 1e15),
  yes boolean,
  is_estimate boolean not null default false,
  note text,
  file_id uuid references files.file (id),
  changed_by uuid not null,
  changed_at timestamptz not null,
  revision int not null default 1,
  primary key (province_id, id),
  unique (id),
  unique (unit_id, code, to_day),
  check (to_day >= from_day),
  check (num_nonnulls(part, whole, value, yes) > 0)
);
comment on table indicators.hand_figure is 'Figures that no module counts yet, as a unit entered them; each says how things stand at the end of its span, from the beginning of the year on';
comment on column indicators.hand_figure.is_estimate is 'Entered before the span had ended';
comment on column indicators.hand_figure.file_id is 'Evidence';
select units.protect('indicators.hand_figure');

create view indicators.fact with (security_invoker = true) as
select h.province_id, h.unit_id, 'hand.' || h.code || '.' || f.field as measure, h.to_day as on_day, '' as sex, '' as age_group, '' as ethnicity,
  '' as audience, '' as detail, f.value, 'indicators.hand_figure' as source_table, h.id as source_id
from indicators.hand_figure h
cross join lateral (values ('part', h.part), ('whole', h.whole), ('value', h.value), ('yes', h.yes::int::numeric)) as f (field, value)
where f.value is not null;
comment on view indicators.fact is 'What was entered by hand, as facts';
grant select on indicators.fact to songhanh_app, songhanh_nation, songhanh_system;
