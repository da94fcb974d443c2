create schema access;
grant usage on schema access to songhanh_app, songhanh_nation, songhanh_system;

create table access.account (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  person_id uuid not null references people.person (id),
  username text not null check (username = lower(username) and username ~ '^[a-z0-9][a-z0-9._-]{2,63}$'),
  password_hash text,
  state text not null default 'invited' check (state in ('invited', 'active', 'locked')),
  created_at timestamptz not null,
  password_set_at timestamptz,
  primary key (province_id, id),
  unique (id),
  unique (username)
);
comment on table access.account is 'Sign-in of a person; created by the unit above or the unit''s administrator';
comment on column access.account.password_hash is 'Argon2id in PHC form; null until the first password is set';
create index account_unit on access.account (unit_id);
select units.protect('access.account');

create table access.role_grant (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  account_id uuid not null references access.account (id),
  role text not null,
  line text not null default 'either' check (line in ('administrative', 'professional', 'either')),
  valid daterange not null check (not isempty(valid)),
  primary key (province_id, id)
);
comment on table access.role_grant is 'A role that an account holds in a unit for a time';
create index role_grant_account on access.role_grant (account_id);
create index role_grant_unit on access.role_grant (unit_id);
select units.protect('access.role_grant');

create table access.session (
  token_hash bytea primary key,
  account_id uuid not null references access.account (id),
  id uuid not null unique,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text,
  agent text
);
comment on column access.session.token_hash is 'SHA-256 of the token in the cookie; the token itself is stored nowhere';
create index session_account on access.session (account_id);

create table access.password_link (
  token_hash bytea primary key,
  account_id uuid not null references access.account (id),
  purpose text not null check (purpose in ('first', 'reset')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table access.password_link is 'One-time links to set a password';

create table access.sign_in_throttle (
  key text primary key,
  failures int not null,
  first_at timestamptz not null,
  blocked_until timestamptz
);
comment on table access.sign_in_throttle is 'Failed sign-ins by user name and by address';

-- Sessions, links and throttles belong to sign-in alone.
grant select, insert, update, delete on access.session, access.password_link, access.sign_in_throttle to songhanh_system;
