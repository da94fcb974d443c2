alter table reports.round add column reminded_on date;
comment on column reports.round.reminded_on is 'The day on which the daily round last reminded the units that owe a report';

create table reports.consolidation_correction (
  province_id text not null,
  id uuid not null,
  consolidation_id uuid not null references reports.consolidation (id),
  unit_id uuid not null references units.unit,
  source_table text not null,
  source_id uuid not null,
  source_unit_id uuid not null references units.unit,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid,
  seen_note text,
  primary key (province_id, id)
);
comment on table reports.consolidation_correction is 'Something that a frozen consolidation stands on, directly or through reports below, was corrected since';
comment on column reports.consolidation_correction.unit_id is 'The unit that consolidated';
comment on column reports.consolidation_correction.seen_note is 'What was decided: why the consolidation stays as it is';
create index consolidation_correction_of on reports.consolidation_correction (consolidation_id) where seen_at is null;
create unique index consolidation_correction_once on reports.consolidation_correction (province_id, consolidation_id, source_table, source_id, at);
select units.protect('reports.consolidation_correction');
