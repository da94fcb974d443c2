create table audit.noted_head (
  province_id text not null,
  unit_id uuid not null references units.unit,
  number bigint not null,
  hash bytea not null,
  noted_at timestamptz not null,
  primary key (province_id, unit_id)
);
comment on table audit.noted_head is 'End of the record of a unit when it was last verified: an end that was cut off shows';
select units.protect('audit.noted_head');
revoke insert, update, delete on audit.noted_head from songhanh_app, songhanh_nation;

create table audit.verification (
  at timestamptz primary key,
  units int not null,
  entries bigint not null,
  broken jsonb not null,
  digest bytea not null
);
comment on table audit.verification is 'What each verification of all records found';
comment on column audit.verification.broken is 'Units whose record is not whole: unit, number of the entry, fault';
comment on column audit.verification.digest is 'SHA-256 over the ends of all records, by unit: noted elsewhere, it shows a record that was rewritten whole';
grant select, insert on audit.verification to songhanh_system;
