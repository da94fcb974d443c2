alter table plans.plan
  add column frame_revision bigint not null default 0,
  add column frame_changed_by uuid,
  add column frame_changed_at timestamptz;
comment on column plans.plan.frame_revision is 'Revision of the plan in which its frame was last changed; 0 as it was begun';
comment on column plans.plan.frame_changed_by is 'The person who last changed the frame; null as it was begun';
