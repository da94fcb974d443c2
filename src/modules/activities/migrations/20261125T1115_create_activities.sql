create schema activities;
grant usage on schema activities to songhanh_app, songhanh_nation, songhanh_system;

-- What can be counted of activities. A record counts on its first day; drafts and removed ones do not.
create view activities.fact with (security_invoker = true) as
  select r.province_id, r.unit_id, r.kind || '.' || f.key as measure, r.on_day, '' as sex, '' as age_group, '' as ethnicity, '' as audience,
    r.detail, f.value::numeric as value, 'records.record' as source_table, r.id as source_id
  from records.record r
  cross join lateral jsonb_each_text(r.figures) f
  where r.state = 'recorded'
  union all
  select r.province_id, r.unit_id, r.kind || '.' || m.measure, r.on_day, h.sex, h.age_group, h.ethnicity, h.audience,
    r.detail, m.value, 'records.record', r.id
  from records.record r
  join records.head_count h on h.province_id = r.province_id and h.record_id = r.id
  cross join lateral (values ('contacts', h.contacts::numeric), ('persons', h.persons::numeric)) as m (measure, value)
  where r.state = 'recorded' and m.value is not null;
comment on view activities.fact is 'Facts of activities: <kind>.count, .cost and number fields from the record; .contacts and .persons by audience, sex, age and ethnicity';
grant select on activities.fact to songhanh_app, songhanh_nation, songhanh_system;
