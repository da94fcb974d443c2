-- An operation id that comes back with another input is a mistake of the client, not a repetition.
alter table platform.operation_log add column input_digest bytea;
comment on column platform.operation_log.input_digest is 'SHA-256 of the input; null where the input holds a secret';
