create schema records;
grant usage on schema records to songhanh_app, songhanh_nation, songhanh_system;

create table records.record (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  kind text not null check (kind ~ '^[a-z][a-z0-9_]*$'),
  kind_version int not null check (kind_version > 0),
  state text not null check (state in ('draft', 'recorded', 'removed')),
  on_day date not null,
  until_day date check (until_day >= on_day),
  title text not null,
  place text,
  result text,
  fields jsonb not null default '{}',
  detail text not null default '',
  figures jsonb not null default '{}',
  cost numeric(15) check (cost >= 0),
  cost_source text check (cost_source in ('state_budget', 'recurrent', 'union', 'socialised', 'sponsorship', 'other')),
  task_id uuid,
  plan_id uuid,
  node_id uuid,
  attendance jsonb not null default '[]',
  attendance_revision bigint not null default 0,
  revision bigint not null default 1 check (revision > 0),
  created_by uuid not null,
  created_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  search_text text not null,
  primary key (province_id, id),
  constraint record_id_key unique (id)
);
comment on table records.record is 'A dated record of a unit; its kind says which fields, head-counts and evidence it has';
comment on column records.record.id is 'Made by whoever wrote it, on a phone perhaps before there was a network';
comment on column records.record.kind_version is 'Version of the kind that it was written with';
comment on column records.record.state is 'draft is not counted; removed is kept and can be brought back';
comment on column records.record.fields is 'Fields of the kind by id; numbers as numbers, days as text, lists as arrays';
comment on column records.record.detail is 'The choice that breaks its facts down, as its kind declares';
comment on column records.record.figures is 'What its kind counts of it, by measure without the kind: count, cost, number fields; derived at every save';
comment on column records.record.cost is 'Whole đồng';
comment on column records.record.task_id is 'The assignment that it carries out';
comment on column records.record.node_id is 'The line of the plan plan_id';
comment on column records.record.attendance is 'PERSONAL DATA: list of Attendee; shown in the own unit alone, never in versions, audit or figures';
comment on column records.record.attendance_revision is 'Revision in which the list was last changed';
comment on column records.record.search_text is 'Title, place and result as platform.fold gives them';
create index record_day on records.record (unit_id, on_day desc, id desc) where state <> 'removed';
create index record_task on records.record (task_id) where task_id is not null;
select units.protect('records.record');

create table records.head_count (
  province_id text not null,
  record_id uuid not null,
  audience text not null check (audience in ('managers', 'teachers', 'staff', 'pupils', 'parents', 'community')),
  sex text not null check (sex in ('F', 'M', '')),
  age_group text not null check (age_group in ('', 'under_6', '6_10', '11_14', '15_17', 'adult')),
  ethnicity text not null check (ethnicity in ('', 'minority', 'majority')),
  unit_id uuid not null references units.unit,
  contacts bigint check (contacts >= 0),
  persons bigint check (persons >= 0),
  primary key (province_id, record_id, audience, sex, age_group, ethnicity),
  foreign key (province_id, record_id) references records.record (province_id, id),
  check (persons <= contacts)
);
comment on table records.head_count is 'People of a record by cells that do not overlap: the sum of the cells is the total';
comment on column records.head_count.sex is 'F, M, or empty where not told apart; the same of age_group and ethnicity';
comment on column records.head_count.contacts is 'Times that somebody took part (lượt)';
comment on column records.head_count.persons is 'Different people; null where not counted';
create index head_count_record on records.head_count (record_id);
select units.protect('records.head_count');

create table records.evidence (
  province_id text not null,
  id uuid not null,
  record_id uuid not null,
  unit_id uuid not null references units.unit,
  kind text not null check (kind in ('picture', 'document', 'link')),
  file_id uuid references files.file (id),
  thumbnail_id uuid references files.file (id),
  link text,
  caption text not null default '',
  taken_on date,
  picture_hash text[] not null default '{}',
  people_shown boolean not null default false,
  consent boolean not null default false,
  removed boolean not null default false,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (province_id, id),
  constraint evidence_id_key unique (id),
  foreign key (province_id, record_id) references records.record (province_id, id),
  check ((kind = 'link') = (link is not null)),
  check ((kind <> 'link') = (file_id is not null))
);
comment on table records.evidence is 'What proves a record: a picture, a document, a link';
comment on column records.evidence.taken_on is 'Day that the picture itself told before its metadata were dropped';
comment on column records.evidence.picture_hash is 'Perceptual hashes of the whole picture and of its parts, 32 hex digits each: the same picture used twice is found';
comment on column records.evidence.people_shown is 'People can be recognised in the picture';
comment on column records.evidence.consent is 'Whoever added it vouches that nobody''s privacy is harmed or that consent was given';
create index evidence_record on records.evidence (record_id) where not removed;
create index evidence_picture on records.evidence (unit_id) where kind = 'picture' and not removed;
select units.protect('records.evidence');

create table records.record_version (
  province_id text not null,
  record_id uuid not null,
  revision bigint not null,
  unit_id uuid not null references units.unit,
  state text not null,
  values jsonb not null,
  reason text,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (province_id, record_id, revision),
  foreign key (province_id, record_id) references records.record (province_id, id)
);
comment on table records.record_version is 'The record as each save left it; never changed. Also what a phone''s edit began from';
comment on column records.record_version.values is 'RecordValues of model/record.ts, without the list of participants';
comment on column records.record_version.reason is 'Why it was changed after a report had been submitted with it';
select units.protect('records.record_version');
revoke update, delete on records.record_version from songhanh_app, songhanh_nation;

create table records.answer (
  province_id text not null,
  record_id uuid not null,
  question text not null,
  unit_id uuid not null references units.unit,
  text text not null check (text <> ''),
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (province_id, record_id, question),
  foreign key (province_id, record_id) references records.record (province_id, id)
);
comment on table records.answer is 'What people said to what looked strange: never blocked, always kept';
comment on column records.answer.question is 'Kind of question and what it is about, such as same_picture:<evidence>';
select units.protect('records.answer');
