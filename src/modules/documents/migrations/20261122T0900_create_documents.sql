-- The register of documents: what came in, what went out, what is internal.
create schema documents;
grant usage on schema documents to songhanh_app, songhanh_nation, songhanh_system;

create table documents.document (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  direction text not null check (direction in ('incoming', 'outgoing', 'internal')),
  state text not null check (state in ('draft', 'review', 'approved', 'issued', 'registered', 'withdrawn')),
  version int not null default 1,
  doc_type text,
  number_text text check (number_text <> ''),
  symbol text check (symbol <> ''),
  issued_on date,
  issuer text,
  subject text not null default '',
  signer_name text,
  urgency text not null default 'normal' check (urgency in ('normal', 'urgent', 'very_urgent', 'flash')),
  arrival_number int check (arrival_number > 0),
  arrived_on date,
  handled_by text,
  copy_keeper text,
  copies int check (copies >= 0),
  forwarded_on date,
  receipt_by text,
  note text,
  recipients_text text[] not null default '{}',
  source_document_id uuid,
  published boolean not null default false,
  reading jsonb not null,
  reading_source text not null check (reading_source in ('file', 'scan', 'typed', 'inside')),
  read_text text,
  confirmed_at timestamptz,
  confirmed_by uuid,
  returned_note text,
  withdrawn_note text,
  approved_at timestamptz,
  approved_by uuid,
  seen_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  created_on date not null,
  body text not null default '',
  number_key text,
  search_name text generated always as (platform.fold(coalesce(subject, '') || ' ' || coalesce(issuer, '') || ' ' || coalesce(doc_type, ''))) stored,
  search tsvector generated always as (to_tsvector('simple', platform.fold(
    coalesce(doc_type, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(issuer, '') || ' ' || coalesce(signer_name, '') || ' ' || body
  ))) stored,
  listed_on date generated always as (case direction when 'incoming' then coalesce(arrived_on, created_on) else coalesce(issued_on, created_on) end) stored,
  primary key (province_id, id),
  unique (id),
  check (direction = 'incoming' or arrival_number is null),
  check (direction = 'incoming' or state <> 'registered'),
  check (direction <> 'incoming' or state in ('draft', 'registered', 'withdrawn')),
  check (state <> 'registered' or (confirmed_at is not null and arrival_number is not null)),
  check (state <> 'issued' or (number_text is not null and issued_on is not null))
);
comment on table documents.document is 'One entry of a unit''s register';
comment on column documents.document.state is 'draft; review, approved, issued of what the unit writes; registered of what came in and was confirmed; withdrawn';
comment on column documents.document.version is 'Grows with each change, so that a later writer notices an earlier one';
comment on column documents.document.number_text is 'As printed before the stroke, padded: 05, 38a';
comment on column documents.document.symbol is 'As printed after the stroke: KH-THTBB';
comment on column documents.document.issued_on is 'Day of the document';
comment on column documents.document.arrival_number is 'Số đến, given when the reading is confirmed';
comment on column documents.document.arrived_on is 'Ngày đến';
comment on column documents.document.handled_by is 'Incoming register: unit or person who receives it';
comment on column documents.document.copy_keeper is 'Outgoing register: unit or person who keeps the file copy';
comment on column documents.document.copies is 'Outgoing register: number of copies';
comment on column documents.document.forwarded_on is 'Ngày chuyển';
comment on column documents.document.receipt_by is 'Ký nhận';
comment on column documents.document.recipients_text is 'Lines of “Nơi nhận” as printed';
comment on column documents.document.source_document_id is 'The issued document of another unit that this one was delivered from';
comment on column documents.document.published is 'May be read by every unit below';
comment on column documents.document.reading is 'The content as a DocumentModel of packages/vanban';
comment on column documents.document.reading_source is 'file: read from it; scan: no text was found; typed: made by a person; inside: made by the program';
comment on column documents.document.read_text is 'The text as it was found in the file, to compare with';
comment on column documents.document.confirmed_at is 'When a person confirmed that the reading is right';
comment on column documents.document.seen_at is 'When somebody of the unit first opened it';
comment on column documents.document.body is 'The content as plain text, for search';
comment on column documents.document.number_key is 'Number and symbol folded and without leading zeros: 5/kh-thtbb';
comment on column documents.document.listed_on is 'The day under which the register lists it';
create index document_register on documents.document (unit_id, direction, listed_on desc, id desc);
create index document_search on documents.document using gin (search);
create index document_number on documents.document (number_key text_pattern_ops);
create index document_source on documents.document (source_document_id) where source_document_id is not null;
create unique index document_delivery on documents.document (province_id, unit_id, source_document_id) where source_document_id is not null;
select units.protect('documents.document');
create policy published_read on documents.document for select to songhanh_app
  using (published and unit_id = any (array(select units.superior())));

create table documents.document_file (
  province_id text not null,
  unit_id uuid not null references units.unit,
  document_id uuid not null references documents.document (id) on delete cascade,
  role text not null check (role in ('original', 'docx', 'pdf')),
  file_id uuid not null references files.file (id),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  frozen boolean not null default false,
  primary key (province_id, document_id, role)
);
comment on table documents.document_file is 'The files of a document';
comment on column documents.document_file.role is 'original: as received; docx, pdf: as written by the program, or a Word file added to a scan';
comment on column documents.document_file.digest is 'SHA-256 of the bytes at the time they were filed';
comment on column documents.document_file.frozen is 'Issued or received: neither replaced nor removed';
create index document_file_document on documents.document_file (document_id);
select units.protect('documents.document_file');
create policy published_read on documents.document_file for select to songhanh_app
  using (exists (select from documents.document d where d.id = document_id and d.published and d.unit_id = any (array(select units.superior()))));

create function documents.keep_frozen() returns trigger
language plpgsql
as $$
begin
  raise exception 'a frozen file of a document is neither replaced nor removed' using errcode = 'restrict_violation';
end
$$;
create trigger keep_frozen before update or delete on documents.document_file
  for each row when (old.frozen) execute function documents.keep_frozen();

create table documents.document_link (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  document_id uuid not null references documents.document (id) on delete cascade,
  position int not null,
  doc_type text not null,
  number_text text,
  symbol text,
  number_key text,
  issued_on date,
  issuer text,
  subject text,
  target_id uuid,
  primary key (province_id, id),
  unique (document_id, position)
);
comment on table documents.document_link is 'A document that another one cites';
comment on column documents.document_link.target_id is 'The document of that number among those that the unit may see; null while none is found';
create index document_link_target on documents.document_link (target_id) where target_id is not null;
create index document_link_open on documents.document_link (unit_id, number_key) where target_id is null;
select units.protect('documents.document_link');

create table documents.document_recipient (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  document_id uuid not null references documents.document (id) on delete cascade,
  recipient_unit_id uuid not null references units.unit,
  delivered_id uuid,
  delivered_at timestamptz,
  seen_at timestamptz,
  primary key (province_id, id),
  unique (document_id, recipient_unit_id)
);
comment on table documents.document_recipient is 'A unit inside the system to which a document goes; others stand in document.recipients_text';
comment on column documents.document_recipient.unit_id is 'The unit that issues';
comment on column documents.document_recipient.delivered_id is 'The entry in the register of the recipient';
create index document_recipient_delivered on documents.document_recipient (delivered_id) where delivered_id is not null;
select units.protect('documents.document_recipient');

create table documents.numbering (
  province_id text not null,
  unit_id uuid not null references units.unit,
  mode text not null check (mode in ('per_type', 'single')),
  unit_symbol text,
  primary key (province_id, unit_id)
);
comment on table documents.numbering is 'How a unit numbers what it issues; without a row: per type, with the letters of the unit';
comment on column documents.numbering.mode is 'per_type: each type of document counts for itself; single: one series for all';
comment on column documents.numbering.unit_symbol is 'Letters of the unit in the symbol: THTBB; null takes those of the unit';
select units.protect('documents.numbering');

create table documents.number_series (
  province_id text not null,
  unit_id uuid not null references units.unit,
  series text not null,
  year int not null check (year between 2000 and 2100),
  last_number int not null default 0 check (last_number >= 0),
  primary key (province_id, unit_id, series, year)
);
comment on table documents.number_series is 'How far a unit has counted in a year';
comment on column documents.number_series.series is 'arrival: số đến; all: one series for what it issues; else the type of document, “Kế hoạch”';
comment on column documents.number_series.last_number is 'Numbers up to this one are spent';
select units.protect('documents.number_series');

create table documents.taken_number (
  province_id text not null,
  unit_id uuid not null references units.unit,
  series text not null,
  year int not null,
  number int not null check (number > 0),
  suffix text not null default '' check (suffix ~ '^[a-zđ]?$'),
  -- A number may be taken before its document is written, in one transaction.
  document_id uuid references documents.document (id) deferrable initially deferred,
  note text,
  taken_at timestamptz not null,
  primary key (province_id, unit_id, series, year, number, suffix)
);
comment on table documents.taken_number is 'Every number that a unit gave, once: the guarantee that none is given twice';
comment on column documents.taken_number.suffix is 'Letter of an inserted number: the a of 38a';
comment on column documents.taken_number.document_id is 'The document that bears it; null while it is only held back';
comment on column documents.taken_number.note is 'What it is held back for';
select units.protect('documents.taken_number');
