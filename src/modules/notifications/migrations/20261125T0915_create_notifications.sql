create schema notifications;
grant usage on schema notifications to songhanh_app, songhanh_nation, songhanh_system;

create table notifications.mail (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  account_id uuid not null references access.account (id),
  state text not null check (state in ('held', 'no_address', 'waiting', 'sending', 'sent', 'failed', 'told', 'expired')),
  message_id text not null unique,
  to_name text not null,
  to_address text,
  subject text not null,
  body text not null,
  attempts int not null default 0,
  next_at timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (province_id, id),
  unique (id)
);
comment on table notifications.mail is 'A mail to a person, with one or several messages; also the log of what was sent';
comment on column notifications.mail.state is 'held: no mail server is set; no_address: the person has none; told: handed on by hand; expired: too old when a server was set';
comment on column notifications.mail.message_id is 'Message-ID of the mail, the same at every attempt';
comment on column notifications.mail.next_at is 'When it is tried next; while sending: when the attempt is given up for lost';
create index mail_due on notifications.mail (next_at) where state in ('waiting', 'sending');
create index mail_unit on notifications.mail (unit_id, created_at desc);
select units.protect('notifications.mail');

create table notifications.message (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  account_id uuid not null references access.account (id),
  topic text not null,
  once text not null check (length(once) between 1 and 300),
  text_key text not null,
  params jsonb not null,
  href text not null check (href like '/%'),
  due_on date,
  created_at timestamptz not null,
  read_at timestamptz,
  deliver_at timestamptz,
  mail_id uuid references notifications.mail (id),
  primary key (province_id, id),
  unique (account_id, once)
);
comment on table notifications.message is 'Something that a person is told, in the program and by mail';
comment on column notifications.message.unit_id is 'The unit in which the person meets it';
comment on column notifications.message.once is 'Name of the occasion, given by who tells: an account is told of it once, ever';
comment on column notifications.message.text_key is 'Key of the sentence; params fills it';
comment on column notifications.message.deliver_at is 'When the mail is due, by the person''s settings; null when no mail is wanted';
comment on column notifications.message.mail_id is 'The mail that it went into';
create index message_account on notifications.message (account_id, created_at desc);
create index message_unread on notifications.message (account_id) where read_at is null;
create index message_due on notifications.message (deliver_at) where mail_id is null;
select units.protect('notifications.message');

create table notifications.preference (
  province_id text not null,
  account_id uuid not null references access.account (id),
  unit_id uuid not null references units.unit,
  language text not null check (language in ('vi', 'en')),
  quiet_from int not null check (quiet_from between 0 and 1439),
  quiet_until int not null check (quiet_until between 0 and 1439),
  modes jsonb not null,
  primary key (province_id, account_id),
  unique (account_id)
);
comment on table notifications.preference is 'How a person wants to be told';
comment on column notifications.preference.quiet_from is 'Minute of the day, in Vietnam, from which no mail is sent';
comment on column notifications.preference.modes is 'By topic: at_once, daily or off; the usual where a topic is missing';
select units.protect('notifications.preference');
