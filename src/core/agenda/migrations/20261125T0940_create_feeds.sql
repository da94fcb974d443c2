create schema agenda;
grant usage on schema agenda to songhanh_app, songhanh_nation, songhanh_system;

create table agenda.feed (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  account_id uuid not null,
  scope text not null check (scope in ('mine', 'unit')),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz,
  primary key (province_id, id)
);
comment on table agenda.feed is 'Secret addresses by which other calendars read a person''s calendar';
comment on column agenda.feed.token_hash is 'SHA-256 of the secret; the secret itself is shown once and kept nowhere';
comment on column agenda.feed.read_at is 'When another calendar last fetched it';
create index feed_account on agenda.feed (account_id) where revoked_at is null;
select units.protect('agenda.feed');
