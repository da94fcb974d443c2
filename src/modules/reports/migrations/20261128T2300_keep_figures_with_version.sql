-- What was signed is taken back or signed anew, never changed: whoever hands it in need not read it again to know that.
create function reports.figures_of(body jsonb) returns jsonb
language sql immutable
as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'key', c -> 'key', 'code', c -> 'code', 'state', c -> 'state', 'value', c -> 'value', 'part', c -> 'part', 'whole', c -> 'whole',
    'estimate', c -> 'estimate', 'known', c -> 'known', 'units', c -> 'units', 'byHand', c -> 'byHand', 'note', c -> 'note'))), '[]')
  from jsonb_array_elements(body -> 'parts') p
  cross join lateral jsonb_array_elements(p -> 'cells') c
  where p ->> 'kind' in ('figures', 'table')
$$;
comment on function reports.figures_of(jsonb) is 'The cells of the figures and tables of a body, without what only its reader needs';
grant execute on function reports.figures_of to songhanh_app, songhanh_nation, songhanh_system;

alter table reports.report drop column signed_seal;
drop function reports.seal_of(jsonb);
alter table reports.report add column signed_figures jsonb;
comment on column reports.report.signed_figures is 'Figures of the signed body, as reports.figures_of gives them';
update reports.report set signed_figures = reports.figures_of(signed) where signed is not null;

create function reports.keep_signature() returns trigger
language plpgsql
as $$
begin
  if new.signed is not null and old.signed is not null and (new.signed is distinct from old.signed) <> (new.signed_digest is distinct from old.signed_digest) then
    raise exception 'what was signed cannot be changed under its digest' using errcode = 'RP001';
  end if;
  new.signed_figures := case when new.signed is not null then reports.figures_of(new.signed) end;
  return new;
end
$$;
create trigger keep_signature before update of signed, signed_digest, signed_figures on reports.report
  for each row execute function reports.keep_signature();

-- 203 figures of a version as one value instead of as many rows: a tenth of the time to write, read as rows all the same.
alter table reports.report_version add column figures jsonb;
update reports.report_version set figures = reports.figures_of(body);
alter table reports.report_version alter column figures set not null;
comment on column reports.report_version.figures is 'Figures of the body, as reports.figures_of gives them; read through the view reports.figure';

drop table reports.figure;
create view reports.figure with (security_invoker = true) as
select v.province_id, v.report_id, v.number, v.unit_id, v.superior_id, v.round_id,
  f.key, f.code, f.state, f.value, f.part, f.whole, f.estimate, f.known, f.units, f."byHand" as by_hand, f.note
from reports.report_version v
cross join lateral jsonb_to_recordset(v.figures) as f (key text, code text, state text, value numeric, part numeric, whole numeric, estimate numeric, known int, units int, "byHand" boolean, note text);
comment on view reports.figure is 'The figures of submitted versions, frozen';
comment on column reports.figure.key is 'The cell of the form: <part>/<row>/<column>';
comment on column reports.figure.code is 'What it counts, the same in every form: code of an indicator or expression over measures';
comment on column reports.figure.part is 'Numerator and denominator of a ratio, so that a sum never averages';
comment on column reports.figure.estimate is 'Expected at the end of the period (ước thực hiện), where the window ends earlier';
comment on column reports.figure.known is 'n of N: units below with data, of all units';
grant select on reports.figure to songhanh_app, songhanh_nation, songhanh_system;

-- Rows that are copied from a report: its own keys vouch for its unit, superior and round.
alter table reports.report_version drop constraint report_version_unit_id_fkey;
alter table reports.report_version drop constraint report_version_superior_id_fkey;
alter table reports.report_version drop constraint report_version_round_id_fkey;
alter table reports.report_step drop constraint report_step_unit_id_fkey;
alter table reports.report_step drop constraint report_step_superior_id_fkey;
