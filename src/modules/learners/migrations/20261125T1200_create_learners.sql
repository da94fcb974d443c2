-- Head-counts of pupils by class, twice a year.
create schema learners;
grant usage on schema learners to songhanh_app, songhanh_nation, songhanh_system;

create table learners.usual_day (
  kind text primary key check (kind in ('start', 'end')),
  month int not null check (month between 1 and 12),
  day int not null check (day between 1 and 31),
  source text not null
);
comment on table learners.usual_day is 'On which day of a school year pupils are counted';
insert into learners.usual_day values
  ('start', 9, 30, 'Thông tư 25/2024/TT-BGDĐT'),
  ('end', 5, 31, 'Thông tư 25/2024/TT-BGDĐT');
grant select on learners.usual_day to songhanh_app, songhanh_nation, songhanh_system;
grant insert, update on learners.usual_day to songhanh_system;

create table learners.snapshot (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  school_year int not null check (school_year between 2000 and 2100),
  kind text not null check (kind in ('start', 'end')),
  on_day date not null,
  state text not null check (state in ('draft', 'final')),
  revision int not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  unique (unit_id, school_year, kind, province_id)
);
comment on table learners.snapshot is 'The pupils of a school on a day; only what is final is counted';
comment on column learners.snapshot.school_year is 'The year in which it begins: 2026 for 2026–2027';
create index snapshot_day on learners.snapshot (unit_id, on_day) where state = 'final';
select units.protect('learners.snapshot');

create table learners.class_row (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  snapshot_id uuid not null,
  position int not null,
  grade text not null,
  level text not null check (level in ('kindergarten', 'primary', 'lower_secondary', 'upper_secondary')),
  name text not null,
  enrolled int check (enrolled >= 0),
  enrolled_female int check (enrolled_female >= 0),
  enrolled_minority int check (enrolled_minority >= 0),
  enrolled_minority_female int check (enrolled_minority_female >= 0),
  disabled int check (disabled >= 0),
  disabled_female int check (disabled_female >= 0),
  due int check (due >= 0),
  due_female int check (due_female >= 0),
  due_minority int check (due_minority >= 0),
  due_minority_female int check (due_minority_female >= 0),
  completed int check (completed >= 0),
  completed_female int check (completed_female >= 0),
  completed_minority int check (completed_minority >= 0),
  completed_minority_female int check (completed_minority_female >= 0),
  moved_up int check (moved_up >= 0),
  moved_up_female int check (moved_up_female >= 0),
  primary key (province_id, snapshot_id, id),
  foreign key (province_id, snapshot_id) references learners.snapshot on delete cascade
);
comment on table learners.class_row is 'A class of a snapshot; what is null is not known';
comment on column learners.class_row.due is 'Pupils who were to complete a level of schooling this year';
comment on column learners.class_row.moved_up is 'Pupils who went up to the next grade';
select units.protect('learners.class_row');

create table learners.dropout (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  snapshot_id uuid not null,
  class_id uuid not null,
  reason text not null check (reason in ('illness', 'economic', 'marriage', 'pregnancy', 'moved_away', 'other')),
  sex text not null check (sex in ('F', 'M')),
  ethnicity text not null check (ethnicity in ('minority', 'majority')),
  pupils int not null check (pupils > 0),
  primary key (province_id, snapshot_id, id),
  foreign key (province_id, snapshot_id, class_id) references learners.class_row on delete cascade
);
comment on table learners.dropout is 'How many pupils left school during the year, and why; nobody is named';
select units.protect('learners.dropout');

-- The parts into which a total can be divided by what is known of it: never more than is known, always the total together.
create function learners.parts(total int, female int, minority int, minority_female int) returns table (sex text, ethnicity text, value int)
language sql immutable
as $$
  select p.sex, p.ethnicity, p.value
  from (
    select coalesce(minority_female, case when minority = 0 or female = 0 then 0 when minority = total then female when female = total then minority end) as both_known
  ) k
  cross join lateral (values
    ('F', 'minority', k.both_known, female is not null and minority is not null and k.both_known is not null),
    ('M', 'minority', minority - k.both_known, female is not null and minority is not null and k.both_known is not null),
    ('F', 'majority', female - k.both_known, female is not null and minority is not null and k.both_known is not null),
    ('M', 'majority', total - female - minority + k.both_known, female is not null and minority is not null and k.both_known is not null),
    ('F', '', female, female is not null and (minority is null or k.both_known is null)),
    ('M', '', total - female, female is not null and (minority is null or k.both_known is null)),
    ('', 'minority', minority, female is null and minority is not null),
    ('', 'majority', total - minority, female is null and minority is not null),
    ('', '', total, female is null and minority is null)
  ) as p (sex, ethnicity, value, holds)
  where p.holds and total is not null
$$;

create view learners.fact with (security_invoker = true) as
select s.province_id, s.unit_id, m.measure, s.on_day, p.sex, '' as age_group, p.ethnicity, '' as audience, c.level as detail, p.value::numeric as value,
  'learners.snapshot' as source_table, s.id as source_id
from learners.snapshot s
join learners.class_row c on c.province_id = s.province_id and c.snapshot_id = s.id
cross join lateral (values
  ('pupils.enrolled', c.enrolled, c.enrolled_female, c.enrolled_minority, c.enrolled_minority_female),
  ('pupils.enrolled_at_start', case when s.kind = 'start' then c.enrolled end, c.enrolled_female, c.enrolled_minority, c.enrolled_minority_female),
  ('pupils.disabled', c.disabled, c.disabled_female, null::int, null::int),
  ('pupils.due', c.due, c.due_female, c.due_minority, c.due_minority_female),
  ('pupils.completed', c.completed, c.completed_female, c.completed_minority, c.completed_minority_female),
  ('pupils.moved_up', c.moved_up, c.moved_up_female, null::int, null::int)
) as m (measure, total, female, minority, minority_female)
cross join lateral learners.parts(m.total, m.female, m.minority, m.minority_female) p
where s.state = 'final'
union all
select s.province_id, s.unit_id, 'classes.total', s.on_day, '', '', '', '', c.level, 1, 'learners.snapshot', s.id
from learners.snapshot s
join learners.class_row c on c.province_id = s.province_id and c.snapshot_id = s.id
where s.state = 'final'
union all
select s.province_id, s.unit_id, 'pupils.dropped_out', s.on_day, d.sex, '', d.ethnicity, '', d.reason, d.pupils, 'learners.snapshot', s.id
from learners.snapshot s
join learners.dropout d on d.province_id = s.province_id and d.snapshot_id = s.id
where s.state = 'final'
union all
-- A school that has told of the end of its year and of nobody who left has none, which is not unknown.
select s.province_id, s.unit_id, 'pupils.dropped_out', s.on_day, '', '', '', '', '', 0, 'learners.snapshot', s.id
from learners.snapshot s
where s.state = 'final' and s.kind = 'end';
grant select on learners.fact to songhanh_app, songhanh_nation, songhanh_system;
