-- How long a closed case is kept, what holds it longer, and its end. What ends is gone: rows and keys; a stone without content
-- stays, with the day on which the last backup of it expires.
alter table cases.case_file add column closed_at timestamptz;
comment on column cases.case_file.closed_at is 'When it was closed; null while it is not';
grant update (closed_at) on cases.case_file to songhanh_cases;

create table cases.legal_hold (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  case_id uuid not null references cases.case_file (id),
  since timestamptz not null,
  until timestamptz,
  account_id uuid not null,
  primary key (province_id, id)
);
comment on table cases.legal_hold is 'A case that must not end yet, such as evidence in proceedings; why stands sealed in the case';
create unique index legal_hold_once on cases.legal_hold (case_id) where until is null;

create table cases.ended_case (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  year int not null,
  number int not null,
  ended_at timestamptz not null,
  backups_until date not null,
  primary key (province_id, id)
);
comment on table cases.ended_case is 'A case that ended for good; what it was about is kept nowhere';
comment on column cases.ended_case.backups_until is 'Day after which no backup holds it any more';

alter table cases.legal_hold enable row level security;
alter table cases.legal_hold force row level security;
alter table cases.ended_case enable row level security;
alter table cases.ended_case force row level security;
create policy intake on cases.legal_hold to songhanh_cases_intake using (true) with check (true);
create policy intake on cases.ended_case to songhanh_cases_intake using (true) with check (true);
create policy seated_read on cases.legal_hold for select to songhanh_cases using (case_id in (select cases.seated()));
create policy seated_add on cases.legal_hold for insert to songhanh_cases with check (case_id in (select cases.seated()));
create policy seated_end on cases.legal_hold for update to songhanh_cases using (case_id in (select cases.seated())) with check (true);
grant select, insert on cases.legal_hold to songhanh_cases, songhanh_cases_intake;
grant update (until) on cases.legal_hold to songhanh_cases;
grant select on cases.ended_case to songhanh_cases_intake;

-- The only way in which anything of a case is removed: closed, past its time, not held. No role deletes rows by itself.
create function cases.end_case(ended uuid, closed_before timestamptz, at timestamptz, backups date) returns boolean
language plpgsql security definer set search_path = cases, pg_temp as $$
begin
  insert into ended_case (province_id, id, unit_id, year, number, ended_at, backups_until)
  select province_id, id, unit_id, year, number, at, backups from case_file
  where id = ended and state = 'closed' and closed_at < closed_before
    and not exists (select from legal_hold h where h.case_id = ended and h.until is null);
  if not found then
    return false;
  end if;
  delete from key_share where case_id = ended;
  delete from entry where case_id = ended;
  delete from attachment where case_id = ended;
  delete from access_log where case_id = ended;
  delete from follow_up where case_id = ended;
  delete from legal_hold where case_id = ended;
  delete from seat where case_id = ended;
  delete from case_key where case_id = ended;
  delete from case_file where id = ended;
  return true;
end
$$;
revoke all on function cases.end_case(uuid, timestamptz, timestamptz, date) from public;
grant execute on function cases.end_case(uuid, timestamptz, timestamptz, date) to songhanh_cases_intake;
