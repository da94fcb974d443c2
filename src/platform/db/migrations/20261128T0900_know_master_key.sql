create table platform.master_key (
  id text primary key,
  made_at timestamptz not null
);
comment on table platform.master_key is 'The key that wraps the keys of sealed data: known here by its id alone, kept in a file outside the database';
comment on column platform.master_key.id is 'First digits of a digest of the key';
