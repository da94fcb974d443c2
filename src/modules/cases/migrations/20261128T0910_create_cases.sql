-- Confidential cases: a schema and roles of their own. songhanh_cases: statements of a person, who sees the cases in which
-- the person has a seat; songhanh_cases_intake: the public page and the clocks. The roles of ordinary requests get nothing.
do $$
declare
  name text;
begin
  foreach name in array array['songhanh_cases', 'songhanh_cases_intake'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then
      null;
    end;
    execute format('grant %I to current_user', name);
  end loop;
end
$$;

create schema cases;
grant usage on schema cases to songhanh_cases, songhanh_cases_intake;

create table cases.case_file (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  about_unit_id uuid not null references units.unit,
  year int not null,
  number int not null check (number > 0),
  state text not null default 'received' check (state in ('received', 'open', 'closing', 'closed')),
  received_at timestamptz not null,
  channel text not null check (channel in ('web')),
  key bytea not null,
  report bytea not null,
  primary key (province_id, id),
  unique (id),
  constraint case_number unique (unit_id, year, number)
);
comment on table cases.case_file is 'A confidential case: what was told, and where it stands';
comment on column cases.case_file.unit_id is 'Who handles it: the unit itself, or a body above when its head or a handler was named';
comment on column cases.case_file.about_unit_id is 'The unit that the report was sent to';
comment on column cases.case_file.key is 'The data key of the case, wrapped by the master key';
comment on column cases.case_file.report is 'What was told, sealed with the data key';

create table cases.seat (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  case_id uuid not null references cases.case_file (id),
  account_id uuid not null references access.account (id),
  kind text not null check (kind in ('handler', 'supervisor')),
  since timestamptz not null,
  until timestamptz,
  primary key (province_id, id)
);
comment on table cases.seat is 'Who may open a case; a role in the unit is needed beside it';
comment on column cases.seat.until is 'When it was taken back; null while it holds';
create unique index seat_once on cases.seat (case_id, account_id) where until is null;
create index seat_account on cases.seat (account_id) where until is null;

create table cases.entry (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  case_id uuid not null references cases.case_file (id),
  number int not null,
  kind text not null,
  at timestamptz not null,
  account_id uuid,
  body bytea not null,
  primary key (province_id, id),
  constraint entry_number unique (case_id, number)
);
comment on table cases.entry is 'What happened in a case, step by step; added, never changed';
comment on column cases.entry.account_id is 'Null: the reporter';
comment on column cases.entry.body is 'What was noted, sealed';

create table cases.attachment (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  case_id uuid not null references cases.case_file (id),
  position int not null,
  about bytea not null,
  original bytea not null,
  shown bytea,
  primary key (province_id, id)
);
comment on column cases.attachment.about is 'Name, kind and size, sealed';
comment on column cases.attachment.original is 'As it came, with whatever it tells of its maker: evidence. Sealed';
comment on column cases.attachment.shown is 'A picture without metadata, sealed; null for what is no picture';
create index attachment_case on cases.attachment (case_id);

create table cases.access_log (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  case_id uuid not null references cases.case_file (id),
  at timestamptz not null,
  account_id uuid not null,
  act text not null check (act in ('opened', 'file', 'original')),
  primary key (province_id, id)
);
comment on table cases.access_log is 'Every reading of what is sealed; the others in the case see it';
create index access_log_case on cases.access_log (case_id, at);

create table cases.follow_up (
  code_digest bytea primary key,
  case_id uuid not null unique references cases.case_file (id),
  salt bytea not null,
  secret_hash bytea not null
);
comment on table cases.follow_up is 'What a reporter comes back with';
comment on column cases.follow_up.code_digest is 'HMAC-SHA-256 of the code under a key derived of the master key';
comment on column cases.follow_up.secret_hash is 'scrypt of the secret';

create function cases.seated() returns setof uuid
language sql stable parallel safe
as $$
  select case_id from cases.seat
  where account_id = nullif(current_setting('app.account', true), '')::uuid and until is null
$$;
comment on function cases.seated() is 'Cases in which the person of the transaction has a seat';

alter table cases.case_file enable row level security;
alter table cases.case_file force row level security;
create policy intake on cases.case_file to songhanh_cases_intake using (true) with check (true);
alter table cases.seat enable row level security;
alter table cases.seat force row level security;
create policy intake on cases.seat to songhanh_cases_intake using (true) with check (true);
alter table cases.entry enable row level security;
alter table cases.entry force row level security;
create policy intake on cases.entry to songhanh_cases_intake using (true) with check (true);
alter table cases.attachment enable row level security;
alter table cases.attachment force row level security;
create policy intake on cases.attachment to songhanh_cases_intake using (true) with check (true);
alter table cases.access_log enable row level security;
alter table cases.access_log force row level security;
create policy intake on cases.access_log to songhanh_cases_intake using (true) with check (true);
alter table cases.follow_up enable row level security;
alter table cases.follow_up force row level security;
create policy intake on cases.follow_up to songhanh_cases_intake using (true) with check (true);
create policy seated_read on cases.entry for select to songhanh_cases using (case_id in (select cases.seated()));
create policy seated_read on cases.attachment for select to songhanh_cases using (case_id in (select cases.seated()));
create policy seated_read on cases.access_log for select to songhanh_cases using (case_id in (select cases.seated()));
create policy seated_add on cases.entry for insert to songhanh_cases with check (case_id in (select cases.seated()));
create policy seated_add on cases.access_log for insert to songhanh_cases with check (case_id in (select cases.seated()));
create policy seated_read on cases.case_file for select to songhanh_cases using (id in (select cases.seated()));
create policy seated_change on cases.case_file for update to songhanh_cases using (id in (select cases.seated())) with check (id in (select cases.seated()));
-- The function above reads this table: it cannot stand behind itself. It holds no content.
create policy seats_read on cases.seat for select to songhanh_cases using (true);
create policy seated_add on cases.seat for insert to songhanh_cases with check (case_id in (select cases.seated()));

grant select, update (state) on cases.case_file to songhanh_cases;
grant select, insert on cases.seat, cases.entry, cases.access_log to songhanh_cases;
grant select on cases.attachment to songhanh_cases;
grant select, insert, update (state) on cases.case_file to songhanh_cases_intake;
grant select, insert, update (until) on cases.seat to songhanh_cases_intake;
grant select, insert on cases.entry, cases.attachment, cases.follow_up to songhanh_cases_intake;

create table cases.help_line_change (
  province_id text not null,
  unit_id uuid not null references units.unit,
  key text not null check (key ~ '^[a-z0-9_]{2,40}$'),
  area text not null check (area ~ '^\d\d$'),
  phone text check (phone ~ '^[0-9 ]{3,20}$'),
  name_vi text not null,
  name_en text not null,
  valid daterange not null check (not isempty(valid)),
  source text not null,
  checked_on date not null,
  is_certain boolean not null,
  changed_at timestamptz not null,
  primary key (province_id, key, area)
);
comment on table cases.help_line_change is 'A number to call that is new, corrected or gone, beside the list that ships';
comment on column cases.help_line_change.unit_id is 'Who said so';
comment on column cases.help_line_change.area is 'Code of the province in which it is shown; 00 for the nation';
comment on column cases.help_line_change.phone is 'Null: it is not shown any more';
comment on column cases.help_line_change.valid is 'Days on which the word holds';
comment on column cases.help_line_change.checked_on is 'When somebody last called or looked it up';
alter table cases.help_line_change enable row level security;
alter table cases.help_line_change force row level security;
create policy intake on cases.help_line_change to songhanh_cases_intake using (true) with check (true);
grant select, insert, update, delete on cases.help_line_change to songhanh_cases_intake;
