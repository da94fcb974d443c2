alter table indicators.hand_figure add column part_women numeric check (part_women between 0 and part);
alter table indicators.hand_figure add column whole_women numeric check (whole_women between 0 and whole);
alter table indicators.hand_figure add column value_women numeric check (value_women between 0 and value);
comment on column indicators.hand_figure.part_women is 'Women and girls among part; null where it was not told';

-- What is told of women tells the rest of men; a figure that is not split counts in the whole alone.
create or replace view indicators.fact with (security_invoker = true) as
select h.province_id, h.unit_id, 'hand.' || h.code || '.' || f.field as measure, h.to_day as on_day, s.sex, '' as age_group, '' as ethnicity,
  '' as audience, '' as detail, s.value, 'indicators.hand_figure' as source_table, h.id as source_id
from indicators.hand_figure h
cross join lateral (values
  ('part', h.part, h.part_women), ('whole', h.whole, h.whole_women), ('value', h.value, h.value_women), ('yes', h.yes::int::numeric, null::numeric)) as f (field, value, women)
cross join lateral (values ('F', f.women), ('M', f.value - f.women), ('', case when f.women is null then f.value end)) as s (sex, value)
where s.value is not null;
