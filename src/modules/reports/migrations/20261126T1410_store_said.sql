-- A consolidation is opened without reading the reports again that it stands on.
alter table reports.consolidation add column said jsonb;
comment on column reports.consolidation.said is 'What its reports say in words, sentences alike together, by part of the form (SaidInPart of model/said.ts); null before this was kept';
