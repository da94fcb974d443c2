create schema periods;
grant usage on schema periods to songhanh_app, songhanh_nation, songhanh_system;

create table periods.holiday (
  day date primary key,
  kind text not null check (kind in ('off', 'working')),
  name text not null check (name <> ''),
  basis text not null check (basis in ('law', 'decision', 'expected')),
  source text not null
);
comment on table periods.holiday is 'Days of the nation on which the ordinary week does not hold; corrected by rows of periods.holiday_change';
comment on column periods.holiday.kind is 'off: nobody works; working: a day of the weekend that is worked in exchange';
comment on column periods.holiday.basis is 'law: the day stands in the law; decision: announced; expected: reckoned, to be corrected when it is announced';
grant select on periods.holiday to songhanh_app, songhanh_nation, songhanh_system;

create table periods.holiday_change (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  day date not null,
  kind text not null check (kind in ('off', 'working', 'ordinary')),
  name text not null check (name <> ''),
  source text not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  unique (unit_id, day)
);
comment on table periods.holiday_change is 'What the Ministry or a Department decided about a day, for itself and every unit below; the nearest word holds';
comment on column periods.holiday_change.kind is 'ordinary: the day is as the week has it, whatever periods.holiday says';
comment on column periods.holiday_change.source is 'Number and date of the decision';
select units.protect('periods.holiday_change');
create policy superior_read on periods.holiday_change for select to songhanh_app
  using (unit_id = any (array(select units.superior())));

create table periods.period (
  id text primary key,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  unique (from_day, to_day)
);
comment on table periods.period is 'Spans of days for which figures are totalled; a reporting round adds its own';
comment on column periods.period.id is 'The two days: 2026-01-01..2026-06-30';
grant select, insert on periods.period to songhanh_app, songhanh_nation, songhanh_system;

insert into periods.holiday (day, kind, name, basis, source) values
  ('2025-01-01', 'off', 'Tết Dương lịch', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2025-01-27', 'off', 'Tết Âm lịch (28 tháng Chạp)', 'decision', 'Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết Âm lịch và Quốc khánh năm 2025'),
  ('2025-01-28', 'off', 'Tết Âm lịch (29 tháng Chạp)', 'decision', 'Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết Âm lịch và Quốc khánh năm 2025'),
  ('2025-01-29', 'off', 'Tết Âm lịch (mùng 1)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2025-01-30', 'off', 'Tết Âm lịch (mùng 2)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2025-01-31', 'off', 'Tết Âm lịch (mùng 3)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2025-04-07', 'off', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2025-04-26', 'working', 'Làm việc thay ngày 02/5', 'decision', 'Hoán đổi ngày làm việc dịp 30/4 - 01/5/2025'),
  ('2025-04-30', 'off', 'Ngày Chiến thắng', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2025-05-01', 'off', 'Ngày Quốc tế Lao động', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2025-05-02', 'off', 'Nghỉ hoán đổi dịp 30/4 và 01/5', 'decision', 'Hoán đổi ngày làm việc dịp 30/4 - 01/5/2025'),
  ('2025-09-01', 'off', 'Quốc khánh (ngày liền kề)', 'decision', 'Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết Âm lịch và Quốc khánh năm 2025'),
  ('2025-09-02', 'off', 'Quốc khánh', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-01-01', 'off', 'Tết Dương lịch', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-01-02', 'off', 'Nghỉ hoán đổi dịp Tết Dương lịch', 'decision', 'Hoán đổi ngày làm việc dịp Tết Dương lịch 2026'),
  ('2026-01-10', 'working', 'Làm việc thay ngày 02/01', 'decision', 'Hoán đổi ngày làm việc dịp Tết Dương lịch 2026'),
  ('2026-02-16', 'off', 'Tết Âm lịch (ngày cuối tháng Chạp)', 'decision', 'Thông báo của Bộ Nội vụ về nghỉ Tết Âm lịch và Quốc khánh năm 2026'),
  ('2026-02-17', 'off', 'Tết Âm lịch (mùng 1)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-02-18', 'off', 'Tết Âm lịch (mùng 2)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-02-19', 'off', 'Tết Âm lịch (mùng 3)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-02-20', 'off', 'Tết Âm lịch (mùng 4)', 'decision', 'Thông báo của Bộ Nội vụ về nghỉ Tết Âm lịch và Quốc khánh năm 2026'),
  ('2026-04-26', 'off', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-04-27', 'off', 'Nghỉ bù: Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2026-04-30', 'off', 'Ngày Chiến thắng', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-05-01', 'off', 'Ngày Quốc tế Lao động', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-08-22', 'working', 'Làm việc thay ngày 31/8', 'decision', 'Thông báo của Bộ Nội vụ về nghỉ Tết Âm lịch và Quốc khánh năm 2026'),
  ('2026-08-31', 'off', 'Nghỉ hoán đổi dịp Quốc khánh', 'decision', 'Thông báo của Bộ Nội vụ về nghỉ Tết Âm lịch và Quốc khánh năm 2026'),
  ('2026-09-01', 'off', 'Quốc khánh (ngày liền kề)', 'decision', 'Thông báo của Bộ Nội vụ về nghỉ Tết Âm lịch và Quốc khánh năm 2026'),
  ('2026-09-02', 'off', 'Quốc khánh', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-11-24', 'off', 'Ngày Văn hóa Việt Nam', 'expected', 'Nghị quyết 80-NQ/TW của Bộ Chính trị (2026)'),
  ('2027-01-01', 'off', 'Tết Dương lịch', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-02-05', 'off', 'Tết Âm lịch (ngày cuối tháng Chạp)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-02-06', 'off', 'Tết Âm lịch (mùng 1)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-02-07', 'off', 'Tết Âm lịch (mùng 2)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-02-08', 'off', 'Tết Âm lịch (mùng 3)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-02-09', 'off', 'Tết Âm lịch (mùng 4)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-02-10', 'off', 'Nghỉ bù: Tết Âm lịch (mùng 1)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2027-02-11', 'off', 'Nghỉ bù: Tết Âm lịch (mùng 2)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2027-04-16', 'off', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-04-30', 'off', 'Ngày Chiến thắng', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-05-01', 'off', 'Ngày Quốc tế Lao động', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-05-03', 'off', 'Nghỉ bù: Ngày Quốc tế Lao động', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2027-09-02', 'off', 'Quốc khánh', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-09-03', 'off', 'Quốc khánh (ngày liền kề)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-11-24', 'off', 'Ngày Văn hóa Việt Nam', 'expected', 'Nghị quyết 80-NQ/TW của Bộ Chính trị (2026)'),
  ('2028-01-01', 'off', 'Tết Dương lịch', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2028-01-03', 'off', 'Nghỉ bù: Tết Dương lịch', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2028-01-25', 'off', 'Tết Âm lịch (ngày cuối tháng Chạp)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2028-01-26', 'off', 'Tết Âm lịch (mùng 1)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2028-01-27', 'off', 'Tết Âm lịch (mùng 2)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2028-01-28', 'off', 'Tết Âm lịch (mùng 3)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2028-01-29', 'off', 'Tết Âm lịch (mùng 4)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2028-01-31', 'off', 'Nghỉ bù: Tết Âm lịch (mùng 4)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2028-04-04', 'off', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2028-04-30', 'off', 'Ngày Chiến thắng', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2028-05-01', 'off', 'Ngày Quốc tế Lao động', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2028-05-02', 'off', 'Nghỉ bù: Ngày Chiến thắng', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2028-09-01', 'off', 'Quốc khánh (ngày liền kề)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2028-09-02', 'off', 'Quốc khánh', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2028-09-04', 'off', 'Nghỉ bù: Quốc khánh', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2028-11-24', 'off', 'Ngày Văn hóa Việt Nam', 'expected', 'Nghị quyết 80-NQ/TW của Bộ Chính trị (2026)'),
  ('2029-01-01', 'off', 'Tết Dương lịch', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2029-02-12', 'off', 'Tết Âm lịch (ngày cuối tháng Chạp)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2029-02-13', 'off', 'Tết Âm lịch (mùng 1)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2029-02-14', 'off', 'Tết Âm lịch (mùng 2)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2029-02-15', 'off', 'Tết Âm lịch (mùng 3)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2029-02-16', 'off', 'Tết Âm lịch (mùng 4)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2029-04-23', 'off', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2029-04-30', 'off', 'Ngày Chiến thắng', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2029-05-01', 'off', 'Ngày Quốc tế Lao động', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2029-09-02', 'off', 'Quốc khánh', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2029-09-03', 'off', 'Quốc khánh (ngày liền kề)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2029-09-04', 'off', 'Nghỉ bù: Quốc khánh', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2029-11-24', 'off', 'Ngày Văn hóa Việt Nam', 'expected', 'Nghị quyết 80-NQ/TW của Bộ Chính trị (2026)'),
  ('2029-11-26', 'off', 'Nghỉ bù: Ngày Văn hóa Việt Nam', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2030-01-01', 'off', 'Tết Dương lịch', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2030-02-01', 'off', 'Tết Âm lịch (ngày cuối tháng Chạp)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2030-02-02', 'off', 'Tết Âm lịch (mùng 1)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2030-02-03', 'off', 'Tết Âm lịch (mùng 2)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2030-02-04', 'off', 'Tết Âm lịch (mùng 3)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2030-02-05', 'off', 'Tết Âm lịch (mùng 4)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2030-02-06', 'off', 'Nghỉ bù: Tết Âm lịch (mùng 1)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2030-02-07', 'off', 'Nghỉ bù: Tết Âm lịch (mùng 2)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'),
  ('2030-04-12', 'off', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2030-04-30', 'off', 'Ngày Chiến thắng', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2030-05-01', 'off', 'Ngày Quốc tế Lao động', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2030-09-02', 'off', 'Quốc khánh', 'law', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2030-09-03', 'off', 'Quốc khánh (ngày liền kề)', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2030-11-24', 'off', 'Ngày Văn hóa Việt Nam', 'expected', 'Nghị quyết 80-NQ/TW của Bộ Chính trị (2026)'),
  ('2030-11-25', 'off', 'Nghỉ bù: Ngày Văn hóa Việt Nam', 'expected', 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3');
