alter table access.session add column proved_at timestamptz;
comment on column access.session.proved_at is 'When the person last gave the password again, for what asks for it';
