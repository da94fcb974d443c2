create schema files;
grant usage on schema files to songhanh_app, songhanh_nation, songhanh_system;

create table files.file (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  created_at timestamptz not null,
  published boolean not null default false,
  primary key (province_id, id),
  unique (id)
);
comment on table files.file is 'A stored file; its bytes lie under its digest, once';
comment on column files.file.digest is 'SHA-256 of the bytes';
comment on column files.file.published is 'May be read by every unit below';
create index file_unit on files.file (unit_id);
select units.protect('files.file');
create policy published_read on files.file for select to songhanh_app
  using (published and unit_id = any (array(select units.superior())));
