-- A correction that is told twice marks a report and a consolidation once, whenever the second telling comes.
alter table reports.correction add column occasion text;
update reports.correction set occasion = id::text;
alter table reports.correction alter column occasion set not null;
comment on column reports.correction.occasion is 'Names the one change of the source, as whoever made it told it';
drop index reports.correction_once;
create unique index correction_once on reports.correction (province_id, report_id, occasion);

alter table reports.consolidation_correction add column occasion text;
update reports.consolidation_correction set occasion = id::text;
alter table reports.consolidation_correction alter column occasion set not null;
comment on column reports.consolidation_correction.occasion is 'Names the one change of the source, as whoever made it told it';
drop index reports.consolidation_correction_once;
create unique index consolidation_correction_once on reports.consolidation_correction (province_id, consolidation_id, occasion);
