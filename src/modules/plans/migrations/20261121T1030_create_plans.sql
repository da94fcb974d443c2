create schema plans;
grant usage on schema plans to songhanh_app, songhanh_nation, songhanh_system;

create table plans.directive (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  year int not null check (year between 2000 and 2100),
  title text not null,
  number_text text,
  issued_on date,
  issuer text,
  amends_id uuid references plans.directive (id),
  published boolean not null default false,
  created_at timestamptz not null,
  primary key (province_id, id),
  unique (id)
);
comment on table plans.directive is 'A superior''s plan that subordinates answer point by point; its id is that of the document';
comment on column plans.directive.unit_id is 'Who holds it: the superior that issued it here, else the school that received it from outside';
comment on column plans.directive.amends_id is 'The directive that this one amends: points that stayed the same keep their answers';
comment on column plans.directive.published is 'May be read by every unit below';
create index directive_unit on plans.directive (unit_id, year);
select units.protect('plans.directive');
create policy published_read on plans.directive for select to songhanh_app
  using (published and unit_id = any (array(select units.superior())));

create table plans.directive_point (
  province_id text not null,
  directive_id uuid not null references plans.directive (id),
  id text not null,
  unit_id uuid not null references units.unit,
  ordinal int not null,
  point jsonb not null,
  changed boolean not null default false,
  primary key (province_id, directive_id, id)
);
comment on table plans.directive_point is 'One point of a directive';
comment on column plans.directive_point.id is 'Digest of its place and words: the same point of an amended directive keeps it';
comment on column plans.directive_point.point is 'SuperiorPoint of model/superior-points.ts';
comment on column plans.directive_point.changed is 'New or changed against the directive that this one amends';
select units.protect('plans.directive_point');
create policy published_read on plans.directive_point for select to songhanh_app
  using (
    unit_id = any (array(select units.superior()))
    and directive_id in (select id from plans.directive where published)
  );

create table plans.plan (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  year int not null check (year between 2000 and 2100),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved', 'issued', 'withdrawn')),
  source text not null check (source in ('superior', 'last_year', 'template', 'empty', 'amendment')),
  title text not null,
  directive_id uuid references plans.directive (id),
  amends_id uuid,
  frame jsonb not null,
  revision bigint not null default 0,
  number text,
  symbol text,
  issued_on date,
  document_id uuid,
  created_by uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_by uuid,
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  return_reason text,
  primary key (province_id, id),
  unique (id),
  check ((state = 'issued') <= (number is not null and issued_on is not null))
);
comment on column plans.plan.directive_id is 'The superior''s plan that this one answers; null when there is none';
comment on column plans.plan.amends_id is 'The issued plan that this one changes';
comment on column plans.plan.frame is 'PlanFrame of model/plan-frame.ts: bases, opening, closing, recipients, signer';
comment on column plans.plan.revision is 'Counts the saved edits';
comment on column plans.plan.document_id is 'The outgoing document as which it was issued';
create index plan_unit on plans.plan (unit_id, year);
create index plan_directive on plans.plan (directive_id);
create unique index one_open_plan on plans.plan (unit_id, year) where state in ('draft', 'submitted', 'returned', 'approved') and amends_id is null;
select units.protect('plans.plan');

create table plans.plan_node (
  province_id text not null,
  plan_id uuid not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  parent_id uuid,
  position text collate "C" not null,
  kind text not null check (kind in ('section', 'task', 'point')),
  part text,
  text text not null,
  topic text,
  lead jsonb,
  supporting jsonb not null default '[]',
  start_on date,
  due_on date,
  time_of_year jsonb,
  product text,
  target jsonb,
  budget jsonb,
  covers text[] not null default '{}',
  template_line text,
  revision bigint not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  removed boolean not null default false,
  primary key (province_id, plan_id, id),
  foreign key (province_id, plan_id) references plans.plan (province_id, id)
);
comment on column plans.plan_node.position is 'Key among its siblings, compared byte by byte';
comment on column plans.plan_node.time_of_year is 'The observance, quarter or month that the days were taken from';
comment on column plans.plan_node.covers is 'Ids of the directive''s points that this line answers';
comment on column plans.plan_node.revision is 'Revision of the plan in which it was last changed';
comment on column plans.plan_node.removed is 'Kept, so that an edit of a removed line is noticed and undo brings it back';
create index plan_node_due on plans.plan_node (unit_id, due_on) where not removed;
select units.protect('plans.plan_node');

create table plans.coverage (
  province_id text not null,
  plan_id uuid not null,
  point_id text not null,
  unit_id uuid not null references units.unit,
  directive_id uuid not null references plans.directive (id),
  state text not null check (state in ('covered', 'partial', 'not_applicable', 'missing')),
  leaf boolean not null,
  node_ids uuid[] not null default '{}',
  gaps text[] not null default '{}',
  decisions jsonb not null default '[]',
  decided_by uuid,
  decided_at timestamptz,
  primary key (province_id, plan_id, point_id),
  foreign key (province_id, plan_id) references plans.plan (province_id, id)
);
comment on table plans.coverage is 'How a plan answers each point of its directive; derived at every save, the decisions of people kept';
comment on column plans.coverage.state is 'Of a point with points under it: rolled up from those';
comment on column plans.coverage.leaf is 'Has no points under it: what is counted';
comment on column plans.coverage.gaps is 'What a partial answer lacks: person, date, late, number';
comment on column plans.coverage.decisions is 'List of PointDecision of model/coverage.ts';
create index coverage_directive on plans.coverage (directive_id, point_id, state);
select units.protect('plans.coverage');

create table plans.comment (
  province_id text not null,
  id uuid not null,
  plan_id uuid not null,
  node_id uuid,
  unit_id uuid not null references units.unit,
  author_id uuid not null,
  text text not null check (text <> ''),
  at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, plan_id) references plans.plan (province_id, id)
);
comment on column plans.comment.node_id is 'The line that it is about; null for the whole plan';
create index comment_plan on plans.comment (plan_id);
select units.protect('plans.comment');

create table plans.plan_version (
  province_id text not null,
  plan_id uuid not null,
  number int not null,
  unit_id uuid not null references units.unit,
  event text not null check (event in ('submitted', 'approved', 'issued')),
  frame jsonb not null,
  nodes jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (province_id, plan_id, number),
  foreign key (province_id, plan_id) references plans.plan (province_id, id)
);
comment on table plans.plan_version is 'The plan as it stood when it was submitted, approved or issued; never changed';
select units.protect('plans.plan_version');
revoke update, delete on plans.plan_version from songhanh_app, songhanh_nation;
