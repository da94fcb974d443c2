create schema audit;
grant usage on schema audit to songhanh_app, songhanh_nation, songhanh_system;

create table audit.entry (
  province_id text not null,
  unit_id uuid not null references units.unit,
  number bigint not null,
  at timestamptz not null,
  account_id uuid,
  action text not null,
  entity text not null,
  before jsonb,
  after jsonb,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (province_id, unit_id, number)
);
comment on table audit.entry is 'What every command did, one hash chain per unit, written in the transaction of the command';
comment on column audit.entry.number is '1, 2, 3 … within the unit, without gaps';
comment on column audit.entry.account_id is 'Null when the program itself acted';
comment on column audit.entry.hash is 'SHA-256 over the previous hash and this entry';
create index entry_entity on audit.entry (entity);
select units.protect('audit.entry');
revoke update, delete on audit.entry from songhanh_app, songhanh_nation, songhanh_system;
