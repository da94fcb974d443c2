create table reports.correction (
  province_id text not null,
  id uuid not null,
  report_id uuid not null references reports.report (id),
  number int not null,
  unit_id uuid not null references units.unit,
  superior_id uuid not null references units.unit,
  source_table text not null,
  source_id uuid not null,
  source_unit_id uuid not null references units.unit,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  settled_number int,
  primary key (province_id, id)
);
comment on table reports.correction is 'Something that a submitted version stands on was corrected: it no longer agrees until a new version comes';
comment on column reports.correction.number is 'The version that no longer agrees';
comment on column reports.correction.settled_number is 'The version with which it agrees again';
create index correction_report on reports.correction (report_id, number);
create unique index correction_once on reports.correction (province_id, report_id, number, source_table, source_id, at);
select units.protect('reports.correction');
create policy superior_read on reports.correction for select to songhanh_app
  using (superior_id = any (array(select units.readable())));

-- What was due, and what came in time: a report counts on its due day, an exempted one not at all.
create view reports.fact with (security_invoker = true) as
select p.province_id, p.unit_id, m.measure, coalesce(p.extended_until, r.due_on) as on_day, '' as sex, '' as age_group, '' as ethnicity, '' as audience,
  r.form_code as detail, m.value::numeric as value, 'reports.report' as source_table, p.id as source_id
from reports.report p
join reports.round r on r.id = p.round_id
cross join lateral (
  values ('reports.due', 1), ('reports.in_time', case when p.version = 0 then null when p.first_late then 0 else 1 end)
) as m (measure, value)
where p.state <> 'exempt' and m.value is not null;
grant select on reports.fact to songhanh_app, songhanh_nation, songhanh_system;
