-- Counts. cases.tally stays behind the wall and names no case; case_counts holds what may be known, and is all that the rest
-- of the program can read.
create table cases.tally (
  province_id text not null,
  unit_id uuid not null references units.unit,
  year int not null,
  half int not null check (half in (1, 2)),
  breakdown text not null,
  value text not null,
  count int not null,
  primary key (province_id, unit_id, year, half, breakdown, value)
);
comment on table cases.tally is 'Cases about a unit that came in a half-year, by what handlers said of them; of which case is not kept';
comment on column cases.tally.unit_id is 'The unit that the cases are about';
alter table cases.tally enable row level security;
alter table cases.tally force row level security;
create policy intake on cases.tally to songhanh_cases_intake using (true) with check (true);
grant select, insert, update, delete on cases.tally to songhanh_cases_intake;

create schema case_counts;
grant usage on schema case_counts to songhanh_app, songhanh_nation, songhanh_system, songhanh_cases_intake;

create table case_counts.published (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  year int not null,
  half int not null check (half in (1, 2)),
  breakdown text not null,
  value text not null,
  count int not null check (count >= 5),
  primary key (province_id, id)
);
comment on table case_counts.published is 'Numbers of cases that may be known: blocks of five or more, written once for a half-year';
comment on column case_counts.published.unit_id is 'A unit; of a Department or the Ministry the units that are not told one by one';
comment on column case_counts.published.breakdown is 'total, or how they are broken down';
comment on column case_counts.published.value is 'Empty: not told';
create unique index published_once on case_counts.published (unit_id, year, half, breakdown, value);
select units.protect('case_counts.published');
revoke insert, update, delete on case_counts.published from songhanh_app, songhanh_nation, songhanh_system;
create policy intake on case_counts.published to songhanh_cases_intake using (true) with check (true);
grant select, insert on case_counts.published to songhanh_cases_intake;

create table case_counts.half_year (
  year int not null,
  half int not null check (half in (1, 2)),
  published_at timestamptz not null,
  primary key (year, half)
);
comment on table case_counts.half_year is 'Half-years that were published; what comes in later is part of no table';
grant select on case_counts.half_year to songhanh_app, songhanh_nation, songhanh_system;
grant select, insert on case_counts.half_year to songhanh_cases_intake;

create view case_counts.fact with (security_invoker = true) as
select p.province_id, p.unit_id,
  case p.breakdown when 'total' then 'cases.received' when 'outcome' then 'cases.closed_as' else 'cases.by_' || p.breakdown end as measure,
  make_date(p.year, p.half * 6, 30 + case p.half when 2 then 1 else 0 end) as on_day,
  case p.breakdown when 'sex' then case p.value when 'female' then 'F' when 'male' then 'M' else '' end else '' end as sex,
  case p.breakdown when 'age' then p.value else '' end as age_group,
  '' as ethnicity, '' as audience,
  case when p.breakdown in ('total', 'sex', 'age') then '' else p.value end as detail,
  p.count::numeric as value, 'case_counts.published' as source_table, p.id as source_id
from case_counts.published p;
grant select on case_counts.fact to songhanh_app, songhanh_nation, songhanh_system;
