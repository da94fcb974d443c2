alter table plans.directive add column withdrawn_at timestamptz;
comment on column plans.directive.withdrawn_at is 'When its document was withdrawn: plans that answer it stay, nobody begins one any more';
