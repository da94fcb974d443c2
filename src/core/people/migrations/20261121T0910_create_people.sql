create schema people;
grant usage on schema people to songhanh_app, songhanh_nation, songhanh_system;

create table people.person (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  full_name text not null check (full_name <> ''),
  address text not null default 'thầy/cô',
  sex text not null default 'U' check (sex in ('F', 'M', 'U')),
  job_title text,
  phone text,
  email text,
  search_name text not null,
  left_on date,
  primary key (province_id, id),
  unique (id)
);
comment on table people.person is 'A person who works in a unit';
comment on column people.person.unit_id is 'The unit that looks after the entry';
comment on column people.person.address is 'How the program addresses the person: cô, thầy, anh, chị, thầy/cô';
comment on column people.person.sex is 'F, M or U (not stated)';
comment on column people.person.left_on is 'First day on which the person no longer works there';
create index person_unit on people.person (unit_id);
select units.protect('people.person');
