create table files.upload (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  account_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  bytes bigint not null check (bytes > 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  received bigint not null default 0 check (received between 0 and bytes),
  created_at timestamptz not null,
  primary key (province_id, id),
  unique (id)
);
comment on table files.upload is 'A file on its way from a device, in parts; it is gone once somebody has taken it or nobody has for 30 days';
comment on column files.upload.digest is 'SHA-256 of the whole file, as the device says; checked when the last part is here';
comment on column files.upload.received is 'Bytes that are here without a gap from the beginning';
create index upload_unit on files.upload (unit_id);
create index upload_age on files.upload (created_at);
select units.protect('files.upload');

create table files.upload_part (
  province_id text not null,
  unit_id uuid not null,
  upload_id uuid not null,
  from_byte bigint not null,
  content bytea not null,
  primary key (province_id, upload_id, from_byte),
  foreign key (province_id, upload_id) references files.upload (province_id, id) on delete cascade
);
create index upload_part_unit on files.upload_part (unit_id);
select units.protect('files.upload_part');
