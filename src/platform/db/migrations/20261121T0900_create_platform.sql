-- The three roles in which requests run, and the log that makes commands idempotent.
-- songhanh_app: a person whose grants reach some units; songhanh_nation: one whose grants reach the nation;
-- songhanh_system: sign-in and jobs, which act for no one unit.
do $$
declare
  name text;
begin
  foreach name in array array['songhanh_app', 'songhanh_nation', 'songhanh_system'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then
      null;
    end;
    execute format('grant %I to current_user', name);
  end loop;
end
$$;

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;

grant usage on schema platform to songhanh_app, songhanh_nation, songhanh_system;

create function platform.fold(value text) returns text
language sql immutable parallel safe strict
as $$
  select lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, nfc)))
$$;
comment on function platform.fold(text) is 'Lower case without diacritics, for search: “Thạch Bàn” becomes “thach ban”';

create table platform.operation_log (
  operation_id uuid primary key,
  account_id uuid not null,
  operation text not null,
  answer jsonb,
  at timestamptz not null
);
comment on table platform.operation_log is 'Commands by the id that their client made: a command sent twice runs once';
comment on column platform.operation_log.answer is 'What the first run answered';
create index operation_log_at on platform.operation_log (at);
grant select, insert, update on platform.operation_log to songhanh_app, songhanh_nation, songhanh_system;
grant delete on platform.operation_log to songhanh_system;
