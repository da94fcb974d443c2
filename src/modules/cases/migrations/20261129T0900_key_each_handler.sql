-- Keys of people instead of one key of the program: what a case holds is sealed with keys of the case, and each of these is
-- sealed to the key pairs of the people who may open it. Nothing was released before; cases of a trial go.
truncate cases.attachment, cases.entry, cases.seat, cases.access_log, cases.follow_up, cases.case_file;

create table cases.key_pair (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  account_id uuid not null references access.account (id),
  state text not null check (state in ('waiting', 'current', 'retired')),
  public_key bytea not null check (length(public_key) = 32),
  private_key bytea,
  salt bytea not null,
  memory_kib int not null,
  passes int not null,
  made_at timestamptz not null,
  confirmed_by uuid,
  failures int not null default 0,
  failed_at timestamptz,
  primary key (province_id, id),
  unique (id)
);
comment on table cases.key_pair is 'The key pair of somebody who opens cases';
comment on column cases.key_pair.unit_id is 'Where the person held the role when the pair was made';
comment on column cases.key_pair.state is 'waiting: made anew after the passphrase was lost, until somebody else confirms it; it opens nothing';
comment on column cases.key_pair.private_key is 'Sealed with what follows from the passphrase; null once retired';
comment on column cases.key_pair.memory_kib is 'Argon2id: memory of a try';
comment on column cases.key_pair.passes is 'Argon2id: passes of a try';
comment on column cases.key_pair.confirmed_by is 'Who vouched for a pair that replaced another; null for the first of a person and for one that two keepers recovered';
comment on column cases.key_pair.failures is 'Wrong passphrases in a row';
create unique index key_pair_current on cases.key_pair (account_id) where state = 'current';
create unique index key_pair_waiting on cases.key_pair (account_id) where state = 'waiting';

create table cases.opened_key (
  session_id uuid primary key,
  account_id uuid not null,
  pair_id uuid not null references cases.key_pair (id),
  private_key bytea not null,
  until timestamptz not null
);
comment on table cases.opened_key is 'A private half that stands open for a few minutes: sealed with what follows from the token of the session, which the browser alone has';

create table cases.key_keeper (
  province_id text not null,
  unit_id uuid not null references units.unit,
  pair_id uuid not null references cases.key_pair (id),
  position int not null check (position between 0 and 2),
  keeper_pair_id uuid not null references cases.key_pair (id),
  piece bytea not null,
  primary key (province_id, pair_id, position),
  unique (pair_id, keeper_pair_id)
);
comment on table cases.key_keeper is 'Three people chosen by the owner of a pair; the pieces of any two give the private half back';
comment on column cases.key_keeper.piece is 'Sealed to the pair of the keeper';

create table cases.key_answer (
  province_id text not null,
  unit_id uuid not null references units.unit,
  waiting_pair_id uuid not null references cases.key_pair (id),
  position int not null check (position between 0 and 2),
  account_id uuid not null,
  at timestamptz not null,
  piece bytea not null,
  primary key (province_id, waiting_pair_id, position)
);
comment on table cases.key_answer is 'A keeper who gives a piece back to a person who lost the passphrase';
comment on column cases.key_answer.piece is 'Sealed to the waiting pair of that person';

create table cases.case_key (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  case_id uuid not null references cases.case_file (id),
  kind text not null check (kind in ('told', 'work', 'apart')),
  made_at timestamptz not null,
  primary key (province_id, id),
  unique (id)
);
comment on table cases.case_key is 'A key of a case; the key itself stands only in key_share';
comment on column cases.case_key.kind is 'told: what was told, files and messages; work: what is noted, a new one when people change; apart: one entry that not everybody in the case may read';
create index case_key_case on cases.case_key (case_id);

create table cases.key_share (
  province_id text not null,
  unit_id uuid not null references units.unit,
  case_id uuid not null references cases.case_file (id),
  key_id uuid not null references cases.case_key (id),
  pair_id uuid not null references cases.key_pair (id),
  account_id uuid not null,
  sealed bytea not null,
  primary key (province_id, key_id, pair_id)
);
comment on table cases.key_share is 'A key of a case, sealed to the pair of somebody who may open it';
create index key_share_case on cases.key_share (case_id, account_id);

alter table cases.case_file drop column key;
comment on column cases.case_file.report is 'What was told, sealed with the key of what was told';
alter table cases.entry add column key_id uuid not null references cases.case_key (id);
comment on column cases.entry.key_id is 'The key with which it is sealed';
alter table cases.follow_up add column told_key bytea not null;
comment on column cases.follow_up.secret_hash is 'The first half of what scrypt makes of the secret';
comment on column cases.follow_up.told_key is 'The key of what was told, sealed with the other half: the reporter reads and writes messages without the program being able to';

alter table cases.key_pair enable row level security;
alter table cases.key_pair force row level security;
create policy intake on cases.key_pair to songhanh_cases_intake using (true) with check (true);
alter table cases.opened_key enable row level security;
alter table cases.opened_key force row level security;
create policy intake on cases.opened_key to songhanh_cases_intake using (true) with check (true);
alter table cases.key_keeper enable row level security;
alter table cases.key_keeper force row level security;
create policy intake on cases.key_keeper to songhanh_cases_intake using (true) with check (true);
alter table cases.key_answer enable row level security;
alter table cases.key_answer force row level security;
create policy intake on cases.key_answer to songhanh_cases_intake using (true) with check (true);
alter table cases.case_key enable row level security;
alter table cases.case_key force row level security;
create policy intake on cases.case_key to songhanh_cases_intake using (true) with check (true);
alter table cases.key_share enable row level security;
alter table cases.key_share force row level security;
create policy intake on cases.key_share to songhanh_cases_intake using (true) with check (true);
create policy seated_read on cases.case_key for select to songhanh_cases using (case_id in (select cases.seated()));
create policy seated_add on cases.case_key for insert to songhanh_cases with check (case_id in (select cases.seated()));
create policy seated_read on cases.key_share for select to songhanh_cases using (case_id in (select cases.seated()));
create policy seated_add on cases.key_share for insert to songhanh_cases with check (case_id in (select cases.seated()));
create policy seated_remove on cases.key_share for delete to songhanh_cases using (case_id in (select cases.seated()));
create policy seated_end on cases.seat for update to songhanh_cases using (case_id in (select cases.seated())) with check (true);
create policy pairs_read on cases.key_pair for select to songhanh_cases using (true);

grant select, insert on cases.case_key to songhanh_cases, songhanh_cases_intake;
grant select, insert, delete on cases.key_share to songhanh_cases, songhanh_cases_intake;
grant update (until) on cases.seat to songhanh_cases;
-- A person's statements know the public halves alone.
grant select (province_id, id, unit_id, account_id, state, public_key, made_at) on cases.key_pair to songhanh_cases;
grant select, insert, update on cases.key_pair to songhanh_cases_intake;
grant select, insert, delete on cases.opened_key, cases.key_keeper, cases.key_answer to songhanh_cases_intake;
