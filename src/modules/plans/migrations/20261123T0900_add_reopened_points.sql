alter table plans.plan add column reopened text[] not null default '{}';
comment on column plans.plan.reopened is 'Points that changed or came when the directive was amended under this plan: open until a person answers them anew';

-- What changed is told from the plan that answers: one begun after the amendment answers all points for the first time.
alter table plans.directive_point drop column changed;

create unique index one_amendment on plans.plan (amends_id) where amends_id is not null and state <> 'withdrawn';
