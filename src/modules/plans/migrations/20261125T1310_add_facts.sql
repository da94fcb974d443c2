-- What can be counted of issued plans; a plan that an issued one amends is counted no more.
create view plans.fact with (security_invoker = true) as
with counted as (
  -- Issued before its year begins, a plan counts from the first day of it.
  select p.province_id, p.unit_id, p.id, greatest(p.issued_on, make_date(p.year, 1, 1)) as on_day, p.amends_id
  from plans.plan p
  where p.state = 'issued' and p.issued_on is not null
    and not exists (select from plans.plan a where a.amends_id = p.id and a.state = 'issued')
),
-- An amendment is in time when the plan that it amends was.
first_issue as (
  select c.province_id, c.unit_id, c.id, least(c.on_day, greatest(f.issued_on, make_date(f.year, 1, 1))) as on_day
  from counted c
  left join plans.plan f on f.id = c.amends_id and f.issued_on is not null
)
select i.province_id, i.unit_id, 'plans.issued' as measure, i.on_day, '' as sex, '' as age_group, '' as ethnicity, '' as audience, '' as detail,
  1::numeric as value, 'plans.plan' as source_table, i.id as source_id
from first_issue i
union all
select c.province_id, c.unit_id, t.measure, c.on_day, '', '', '', '', '', t.value, 'plans.plan', c.id
from counted c
cross join lateral (
  select count(*)::numeric as total, (count(*) filter (where n.target ->> 'value' is not null))::numeric as measurable
  from plans.plan_node n
  where n.province_id = c.province_id and n.plan_id = c.id and not n.removed and jsonb_typeof(n.target) = 'object'
) n
cross join lateral (values ('plans.targets_total', n.total), ('plans.targets_measurable', n.measurable)) as t (measure, value);
comment on view plans.fact is 'Issued plans and their targets, as facts';
grant select on plans.fact to songhanh_app, songhanh_nation, songhanh_system;
