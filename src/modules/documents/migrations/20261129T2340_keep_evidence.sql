alter table documents.document add column evidence jsonb not null default '[]';
comment on column documents.document.evidence is 'Of what was read from a file: where each field stands (page, line, box), its words there and how sure the reader is';
alter table documents.document add column found_head jsonb;
comment on column documents.document.found_head is 'Letterhead and signature as the reader found them, before anybody corrected them';
alter table documents.document add column applied_habits jsonb not null default '[]';
comment on column documents.document.applied_habits is 'Corrections of earlier documents of the issuer that were carried over to this one';

create table documents.issuer_habit (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  issuer_keys text[] not null check (cardinality(issuer_keys) > 0),
  field text not null check (field in ('header.issuer', 'header.parentIssuer', 'header.symbol', 'header.place', 'signer.authority', 'signer.position')),
  found text,
  corrected text not null check (corrected <> ''),
  document_id uuid references documents.document (id) on delete set null,
  learned_at timestamptz not null,
  primary key (province_id, id)
);
comment on table documents.issuer_habit is 'What a person corrected in the letterhead or signature of an issuer''s document, for its next one';
comment on column documents.issuer_habit.issuer_keys is 'Name of the issuer as it was read and as it was corrected, folded';
comment on column documents.issuer_habit.found is 'As the reader had it; of a symbol the letters of the issuer; null when it had found nothing';
comment on column documents.issuer_habit.document_id is 'The document in which it was corrected';
create index issuer_habit_unit on documents.issuer_habit (unit_id);
create index issuer_habit_document on documents.issuer_habit (document_id) where document_id is not null;
select units.protect('documents.issuer_habit');
