-- What a superior does with a round: contacts with units, consolidations.
create table reports.contact (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  report_id uuid not null references reports.report (id),
  round_id uuid not null references reports.round (id),
  kind text not null check (kind in ('reminder', 'call', 'zalo', 'other')),
  with_whom text,
  said text,
  told int,
  person_id uuid,
  person_name text,
  at timestamptz not null,
  primary key (province_id, id)
);
comment on table reports.contact is 'Reminders, calls and messages of a superior to a unit in a round: its own log, not read by the unit';
comment on column reports.contact.unit_id is 'The superior; the unit that was contacted is that of the report';
comment on column reports.contact.said is 'The text of a reminder as the unit got it; what was said on the phone';
comment on column reports.contact.told is 'How many people a reminder reached in the app; null before it was sent, and for other contacts';
create index contact_report on reports.contact (report_id, at desc);
select units.protect('reports.contact');

create table reports.consolidation (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  round_id uuid not null references reports.round (id),
  state text not null default 'draft' check (state in ('draft', 'frozen', 'signed', 'issued', 'discarded')),
  title text not null check (title <> ''),
  cut_off date not null,
  with_submitted boolean not null,
  report_ids uuid[],
  figures jsonb not null,
  texts jsonb not null default '{}',
  quotes jsonb not null default '[]',
  body jsonb,
  missing jsonb,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  revision int not null default 0,
  frozen_at timestamptz,
  signed_by uuid,
  signed_at timestamptz,
  document_id uuid,
  number_text text,
  issued_on date,
  created_by uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  unique (id),
  check ((state in ('frozen', 'signed', 'issued')) <= (body is not null and digest is not null and missing is not null)),
  check ((state = 'issued') = (document_id is not null))
);
comment on table reports.consolidation is 'The reports of a round summed up by its superior';
comment on column reports.consolidation.cut_off is 'Versions submitted up to this day are in';
comment on column reports.consolidation.with_submitted is 'Also reports that were not accepted yet';
comment on column reports.consolidation.report_ids is 'Chosen reports; null: all of the round';
comment on column reports.consolidation.figures is 'ConsolidatedFigure[] of board-contract.ts, of the versions in reports.consolidated_report';
comment on column reports.consolidation.texts is 'What people wrote, by part of the form';
comment on column reports.consolidation.quotes is 'Sentences of reports that a person picked, with their unit';
comment on column reports.consolidation.body is 'As it was frozen (Body of model/body.ts)';
comment on column reports.consolidation.missing is 'Units that are not in it, as they were named when it was frozen';
create index consolidation_round on reports.consolidation (round_id, created_at);
create index consolidation_unit on reports.consolidation (unit_id);
select units.protect('reports.consolidation');

create table reports.consolidated_report (
  province_id text not null,
  consolidation_id uuid not null references reports.consolidation (id),
  report_id uuid not null references reports.report (id),
  unit_id uuid not null references units.unit,
  number int not null,
  digest text not null,
  primary key (province_id, consolidation_id, report_id)
);
comment on table reports.consolidated_report is 'The versions of reports that a consolidation stands on';
comment on column reports.consolidated_report.unit_id is 'The unit that consolidates';
create index consolidated_report_consolidation on reports.consolidated_report (consolidation_id);
create index consolidated_report_report on reports.consolidated_report (report_id);
create index consolidated_report_unit on reports.consolidated_report (unit_id);
select units.protect('reports.consolidated_report');

alter table reports.report add column consolidation_id uuid references reports.consolidation (id);
comment on column reports.report.consolidation_id is 'The consolidation of the unit that this report to its own superior is filled from';
