-- A plan is asked for by its id alone; the primary keys begin with the province.
create index coverage_plan on plans.coverage (plan_id);
create index plan_node_plan on plans.plan_node (plan_id);
