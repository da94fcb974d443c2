-- When nobody in a case can be reached and somebody is in danger: two of up to three people of the bodies above open it
-- together, with a reason, for a day. One alone has half of nothing.
alter table cases.seat drop constraint seat_kind_check;
alter table cases.seat add constraint seat_kind_check check (kind in ('handler', 'supervisor', 'glass'));
comment on column cases.seat.kind is 'glass: one of two who opened it together in need; reads for a day';

create table cases.glass_holder (
  province_id text not null,
  unit_id uuid not null references units.unit,
  case_id uuid not null references cases.case_file (id) on delete cascade,
  position int not null check (position between 0 and 2),
  account_id uuid not null,
  pair_id uuid not null references cases.key_pair (id),
  primary key (province_id, case_id, position)
);
comment on table cases.glass_holder is 'Who of the bodies above could open a case in need, two together';

create table cases.glass_piece (
  province_id text not null,
  unit_id uuid not null references units.unit,
  key_id uuid not null references cases.case_key (id) on delete cascade,
  position int not null,
  piece bytea not null,
  primary key (province_id, key_id, position)
);
comment on column cases.glass_piece.piece is 'Sealed to the pair of the holder';

create table cases.glass_request (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  case_id uuid not null references cases.case_file (id) on delete cascade,
  account_id uuid not null,
  at timestamptz not null,
  opened_at timestamptz,
  primary key (province_id, id),
  unique (id)
);
comment on table cases.glass_request is 'One of the holders asked for a second; why stands sealed in the case';

create table cases.glass_lent (
  province_id text not null,
  unit_id uuid not null references units.unit,
  request_id uuid not null references cases.glass_request (id) on delete cascade,
  key_id uuid not null references cases.case_key (id) on delete cascade,
  to_position int not null,
  from_position int not null,
  piece bytea not null,
  primary key (province_id, request_id, key_id, to_position)
);
comment on column cases.glass_lent.piece is 'The piece of who asked, sealed to another holder';
alter table cases.glass_holder enable row level security;
alter table cases.glass_holder force row level security;
create policy intake on cases.glass_holder to songhanh_cases_intake using (true) with check (true);
grant select, insert, delete on cases.glass_holder to songhanh_cases_intake;
alter table cases.glass_piece enable row level security;
alter table cases.glass_piece force row level security;
create policy intake on cases.glass_piece to songhanh_cases_intake using (true) with check (true);
grant select, insert, delete on cases.glass_piece to songhanh_cases_intake;
alter table cases.glass_request enable row level security;
alter table cases.glass_request force row level security;
create policy intake on cases.glass_request to songhanh_cases_intake using (true) with check (true);
grant select, insert, delete on cases.glass_request to songhanh_cases_intake;
alter table cases.glass_lent enable row level security;
alter table cases.glass_lent force row level security;
create policy intake on cases.glass_lent to songhanh_cases_intake using (true) with check (true);
grant select, insert, delete on cases.glass_lent to songhanh_cases_intake;
grant update (opened_at) on cases.glass_request to songhanh_cases_intake;
-- Whoever makes a new key of the work divides it for the holders as well.
create policy seated_read on cases.glass_holder for select to songhanh_cases using (case_id in (select cases.seated()));
create policy seated_add on cases.glass_piece for insert to songhanh_cases with check (key_id in (select id from cases.case_key));
grant select on cases.glass_holder to songhanh_cases;
grant insert on cases.glass_piece to songhanh_cases;
