create table access.totp (
  account_id uuid primary key references access.account (id) on delete cascade,
  secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
comment on table access.totp is 'The app that gives an account its codes (RFC 6238)';
comment on column access.totp.secret is 'Sealed by the key that lies outside the database';
comment on column access.totp.confirmed_at is 'When the person gave the first code; before that it opens nothing';
comment on column access.totp.last_step is 'Span of 30 seconds whose code was last taken: none is taken twice';

create table access.recovery_code (
  account_id uuid not null references access.account (id) on delete cascade,
  code_hash bytea not null,
  primary key (account_id, code_hash)
);
comment on table access.recovery_code is 'What stands in for a lost second factor, each once; SHA-256 of 80 random bits';

create table access.passkey (
  id uuid primary key,
  account_id uuid not null references access.account (id) on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  name text not null check (name <> ''),
  created_at timestamptz not null,
  last_used_at timestamptz
);
comment on table access.passkey is 'Public halves of the keys that devices of an account hold (WebAuthn)';
comment on column access.passkey.credential_id is 'As the device names it, base64url';
create index passkey_account on access.passkey (account_id);

create table access.passkey_challenge (
  challenge_hash bytea primary key,
  account_id uuid references access.account (id) on delete cascade,
  expires_at timestamptz not null
);
comment on table access.passkey_challenge is 'What a device was asked to sign, once and within five minutes';
comment on column access.passkey_challenge.account_id is 'Whose new key is to be added; null for signing in';

alter table access.session add column awaits_factor boolean not null default false;
comment on column access.session.awaits_factor is 'The password was right, the second factor has not been given: the session opens nothing';

grant select, insert, update, delete on access.totp, access.recovery_code, access.passkey, access.passkey_challenge to songhanh_system;
