create schema citations;
grant usage on schema citations to songhanh_app, songhanh_nation, songhanh_system;

create table citations.reference_change (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  reference_key text not null check (reference_key ~ '^[^/]+/.+$'),
  doc_type text not null check (doc_type <> ''),
  number_text text not null check (number_text <> ''),
  symbol text not null check (symbol <> ''),
  issued_on date,
  issuer text not null check (issuer <> ''),
  title text not null check (title <> ''),
  valid_from date,
  valid_until date check (valid_until >= valid_from),
  replaced_by text,
  source text not null check (source <> ''),
  certainty text not null check (certainty in ('verified', 'seen', 'recalled')),
  checked_on date not null,
  dropped boolean not null default false,
  changed_at timestamptz not null,
  primary key (province_id, id),
  unique (unit_id, reference_key)
);
comment on table citations.reference_change is 'What a unit says of a document of the field, for itself and every unit below; the nearest word holds';
comment on column citations.reference_change.reference_key is 'Number and symbol folded and without leading zeros: 30/2020/nd-cp; that of the entry which it corrects, or a new one';
comment on column citations.reference_change.valid_until is 'Last day in force; null while it holds';
comment on column citations.reference_change.replaced_by is 'Type, number and symbol of what took its place';
comment on column citations.reference_change.source is 'Where that was read';
comment on column citations.reference_change.certainty is 'verified: the original; seen: a text that quotes it; recalled: to be checked';
comment on column citations.reference_change.checked_on is 'When somebody last looked';
comment on column citations.reference_change.dropped is 'The entry does not belong in the list';
select units.protect('citations.reference_change');
create policy superior_read on citations.reference_change for select to songhanh_app
  using (unit_id = any (array(select units.superior())));
