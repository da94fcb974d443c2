-- Signed copies of issued documents, and the certificates by which signatures are judged.
create table documents.signed_file (
  province_id text not null,
  unit_id uuid not null references units.unit,
  document_id uuid not null references documents.document (id),
  step int not null check (step > 0),
  file_id uuid not null references files.file (id),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signers text[] not null,
  made text not null check (made in ('upload', 'key', 'delivery')),
  added_at timestamptz not null,
  added_by uuid,
  primary key (province_id, document_id, step)
);
comment on table documents.signed_file is 'An issued document with one signature more than the step before: frozen from the beginning';
comment on column documents.signed_file.step is 'From 1; the last one counts';
comment on column documents.signed_file.digest is 'SHA-256 of the bytes';
comment on column documents.signed_file.signers is 'Names of the signers as their certificates have them, in the order of signing';
comment on column documents.signed_file.made is 'upload: signed outside and sent in; key: signed here with a key file; delivery: came with the document from its issuer';
comment on column documents.signed_file.added_by is 'Person; null for the program';
create index signed_file_document on documents.signed_file (document_id);
select units.protect('documents.signed_file');
create policy published_read on documents.signed_file for select to songhanh_app
  using (exists (select from documents.document d where d.id = document_id and d.published and d.unit_id = any (array(select units.superior()))));
create trigger keep_frozen before update or delete on documents.signed_file for each row execute function documents.keep_frozen();

create table documents.trusted_file (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  kind text not null check (kind in ('root', 'list')),
  name text not null,
  title text not null,
  content bytea not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  ends_on date,
  added_at timestamptz not null,
  added_by uuid,
  primary key (province_id, id),
  unique (unit_id, digest)
);
comment on table documents.trusted_file is 'A root certificate that a unit and all below it trust, or a list of withdrawn certificates: data of an administrator, none are shipped';
comment on column documents.trusted_file.kind is 'root: certificates in PEM or DER; list: a CRL in DER';
comment on column documents.trusted_file.name is 'Name of the file as it came';
comment on column documents.trusted_file.title is 'Whom the certificates name, or who issued the list';
comment on column documents.trusted_file.ends_on is 'Last day of the certificate, or of the list; null when it has none';
select units.protect('documents.trusted_file');
create policy superior_read on documents.trusted_file for select to songhanh_app using (unit_id = any (array(select units.superior())));
