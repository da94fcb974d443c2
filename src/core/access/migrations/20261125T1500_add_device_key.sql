create table access.device_key (
  account_id uuid primary key references access.account (id) on delete cascade,
  key bytea not null check (octet_length(key) = 32),
  created_at timestamptz not null
);
comment on table access.device_key is 'What an account''s devices seal their own copies with, so that nothing on a device can be read after signing out';
grant select, insert, delete on access.device_key to songhanh_system;
