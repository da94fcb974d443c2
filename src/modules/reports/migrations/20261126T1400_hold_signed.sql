-- What was signed is kept with its digest and its sources, so that submitting it need not compose it again.
alter table reports.report add column signed_digest text check (signed_digest ~ '^[0-9a-f]{64}$');
alter table reports.report add column signed_seal text;
alter table reports.report add column signed_sources jsonb;
comment on column reports.report.signed_digest is 'SHA-256 of the signed body as canonical JSON, as the head read it; the receipt names the same';
comment on column reports.report.signed_seal is 'reports.seal_of(signed) at the signature: what is submitted must still have it';
comment on column reports.report.signed_sources is 'What the signed figures stand on (Source of core/facts/freeze.ts), held down when the report is submitted';

create function reports.seal_of(body jsonb) returns text
language sql immutable
as $$ select encode(sha256(convert_to(body::text, 'UTF8')), 'hex') $$;
grant execute on function reports.seal_of to songhanh_app, songhanh_nation, songhanh_system;

-- Figures are written by the statement that writes their version, out of its body, and never changed: four keys to check
-- for each of some 200 figures would take longer than writing them. They are looked for by their version alone.
alter table reports.figure drop constraint figure_report_id_fkey;
alter table reports.figure drop constraint figure_unit_id_fkey;
alter table reports.figure drop constraint figure_superior_id_fkey;
alter table reports.figure drop constraint figure_round_id_fkey;
drop index reports.figure_round;
drop index reports.figure_code;
drop index reports.figure_report;
