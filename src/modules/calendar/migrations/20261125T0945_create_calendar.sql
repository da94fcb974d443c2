create schema calendar;
grant usage on schema calendar to songhanh_app, songhanh_nation, songhanh_system;

create table calendar.observance (
  code text primary key check (code ~ '^[a-z_]+$'),
  name text not null,
  name_en text not null,
  from_day text not null check (from_day ~ '^\d\d-\d\d$'),
  to_day text not null check (to_day ~ '^\d\d-\d\d$' and to_day >= from_day),
  weight int not null check (weight between 1 and 3),
  certainty text not null check (certainty in ('stated', 'recalled')),
  source text not null
);
comment on table calendar.observance is 'Days and months of the nation around which the yearly work is built; calendar.observance_change corrects and adds';
comment on column calendar.observance.from_day is 'Month and day, MM-DD, of every year';
comment on column calendar.observance.weight is '3: every plan seen is built on it; 2: often; 1: sometimes';
comment on column calendar.observance.certainty is 'stated: a text or several plans say so; recalled: common knowledge whose text was not at hand';
grant select on calendar.observance to songhanh_app, songhanh_nation, songhanh_system;

create table calendar.theme (
  code text not null references calendar.observance,
  year int not null check (year between 2000 and 2100),
  theme text not null,
  source text not null,
  primary key (code, year)
);
comment on table calendar.theme is 'What an observance is about in one year, as its guidance says';
grant select on calendar.theme to songhanh_app, songhanh_nation, songhanh_system;

create table calendar.observance_change (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  code text references calendar.observance,
  year int check (year between 2000 and 2100),
  name text not null check (name <> ''),
  from_day text not null check (from_day ~ '^\d\d-\d\d$'),
  to_day text not null check (to_day ~ '^\d\d-\d\d$' and to_day >= from_day),
  theme text,
  dropped boolean not null default false,
  source text not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  check (not dropped or code is not null)
);
comment on table calendar.observance_change is 'What a unit says of an observance, or one of its own, for itself and every unit below; the nearest word holds';
comment on column calendar.observance_change.code is 'The observance of the nation that it changes; null for one of its own';
comment on column calendar.observance_change.year is 'The one year for which it holds; null for every year';
comment on column calendar.observance_change.dropped is 'The unit does not keep it';
comment on column calendar.observance_change.source is 'Number and date of the guidance, or who says so';
create unique index observance_change_one on calendar.observance_change (unit_id, code, year) nulls not distinct where code is not null;
create index observance_change_unit on calendar.observance_change (unit_id);
select units.protect('calendar.observance_change');
create policy superior_read on calendar.observance_change for select to songhanh_app
  using (unit_id = any (array(select units.superior())));

insert into calendar.observance (code, name, name_en, from_day, to_day, weight, certainty, source) values
  ('womens_day', 'Ngày Quốc tế Phụ nữ', 'International Women''s Day', '03-08', '03-08', 3, 'stated', 'Kế hoạch năm của các đơn vị'),
  ('happiness_day', 'Ngày Quốc tế Hạnh phúc', 'International Day of Happiness', '03-20', '03-20', 3, 'stated', 'Kế hoạch năm của các đơn vị'),
  ('family_day_world', 'Ngày Quốc tế Gia đình', 'International Day of Families', '05-15', '05-15', 1, 'recalled', 'Thông lệ'),
  ('childrens_day', 'Ngày Quốc tế Thiếu nhi', 'International Children''s Day', '06-01', '06-01', 2, 'recalled', 'Thông lệ'),
  ('child_month', 'Tháng hành động vì trẻ em', 'Action Month for Children', '06-01', '06-30', 3, 'stated', 'Luật Trẻ em 102/2016/QH13, Điều 11'),
  ('domestic_violence_month', 'Tháng hành động quốc gia phòng, chống bạo lực gia đình', 'National Action Month against Domestic Violence', '06-01', '06-30', 3, 'stated', 'Kế hoạch năm của các đơn vị'),
  ('family_day', 'Ngày Gia đình Việt Nam', 'Vietnamese Family Day', '06-28', '06-28', 3, 'stated', 'Nghị định 02/2013/NĐ-CP, Điều 9'),
  ('trafficking_day', 'Ngày toàn dân phòng, chống mua bán người', 'Day against Human Trafficking', '07-30', '07-30', 1, 'recalled', 'Thông lệ'),
  ('opening_day', 'Lễ khai giảng năm học', 'Opening of the school year', '09-05', '09-05', 1, 'recalled', 'Thông lệ'),
  ('girls_day', 'Ngày Quốc tế Trẻ em gái', 'International Day of the Girl Child', '10-11', '10-11', 2, 'recalled', 'Thông lệ'),
  ('vietnamese_womens_day', 'Ngày Phụ nữ Việt Nam', 'Vietnamese Women''s Day', '10-20', '10-20', 3, 'stated', 'Kế hoạch năm của các đơn vị'),
  ('law_day', 'Ngày Pháp luật Việt Nam', 'Vietnam Law Day', '11-09', '11-09', 1, 'stated', 'Luật Phổ biến, giáo dục pháp luật 14/2012/QH13, Điều 8'),
  ('action_month', 'Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới', 'Action Month for Gender Equality and against Gender-based Violence', '11-15', '12-15', 3, 'stated', 'Nghị định 276/2026/NĐ-CP; tổ chức hằng năm từ 2016'),
  ('teachers_day', 'Ngày Nhà giáo Việt Nam', 'Vietnamese Teachers'' Day', '11-20', '11-20', 1, 'recalled', 'Thông lệ'),
  ('violence_day', 'Ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ và trẻ em gái', 'International Day for the Elimination of Violence against Women and Girls', '11-25', '11-25', 2, 'stated', 'Hướng dẫn Tháng hành động'),
  ('human_rights_day', 'Ngày Nhân quyền Quốc tế', 'Human Rights Day', '12-10', '12-10', 1, 'recalled', 'Thông lệ'),
  ('population_day', 'Ngày Dân số Việt Nam', 'Vietnam Population Day', '12-26', '12-26', 1, 'recalled', 'Thông lệ');

insert into calendar.theme (code, year, theme, source) values
  ('action_month', 2023, 'Đảm bảo an sinh xã hội, tăng quyền năng và tạo cơ hội cho phụ nữ và trẻ em gái nhằm thực hiện bình đẳng giới và xóa bỏ bạo lực trên cơ sở giới', 'Hướng dẫn Tháng hành động năm 2023'),
  ('action_month', 2024, 'Đảm bảo an sinh xã hội, tăng quyền năng và tạo cơ hội cho phụ nữ và trẻ em gái nhằm thực hiện bình đẳng giới và xóa bỏ bạo lực trên cơ sở giới', 'Công văn 4893/BLĐTBXH-VBĐG năm 2024'),
  ('action_month', 2025, 'Bình đẳng giới và an toàn cho phụ nữ và trẻ em gái trong kỷ nguyên số', 'Công văn 8935/BNV-CTTN&BĐG ngày 03/10/2025');
