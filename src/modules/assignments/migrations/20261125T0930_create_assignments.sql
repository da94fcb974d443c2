create schema assignments;
grant usage on schema assignments to songhanh_app, songhanh_nation, songhanh_system;

create table assignments.assignment (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  plan_id uuid not null references plans.plan (id),
  node_id uuid not null,
  plan_title text not null,
  plan_year int not null,
  ordinal int not null,
  text text not null,
  lead_name text not null,
  lead_role text,
  seat_role text,
  lead_person_id uuid,
  start_on date,
  due_on date,
  late_after date check ((late_after is null) = (due_on is null)),
  product text,
  state text not null check (state in ('given', 'accepted', 'in_progress', 'done', 'cancelled')),
  given_on date not null,
  done_on date check ((done_on is not null) = (state = 'done')),
  done_product text,
  done_link text,
  done_record_id uuid,
  reason text check ((state = 'cancelled') <= (reason is not null)),
  extensions int not null default 0,
  revision int not null default 0,
  primary key (province_id, id),
  unique (id),
  unique (plan_id, node_id)
);
comment on table assignments.assignment is 'A task of an issued plan as the work of a person or a role';
comment on column assignments.assignment.plan_id is 'The plan as last issued: an amendment takes its assignments over';
comment on column assignments.assignment.node_id is 'The line of the plan, the same in every amendment';
comment on column assignments.assignment.lead_name is 'Who leads, as the plan prints it';
comment on column assignments.assignment.lead_role is 'The role that the plan names; null for a person or words';
comment on column assignments.assignment.seat_role is 'The role of accounts that stands for lead_role; null where there is none (union, class teachers …)';
comment on column assignments.assignment.lead_person_id is 'The person to whom the work was given; null for the role';
comment on column assignments.assignment.late_after is 'Last day on which it is in time: due_on, or the next working day where that is a day off';
comment on column assignments.assignment.given_on is 'When it was given to whoever leads it now';
comment on column assignments.assignment.done_record_id is 'The activity that shows that it is done';
comment on column assignments.assignment.extensions is 'How often the due day was moved to a later one by hand';
create index assignment_unit on assignments.assignment (unit_id, plan_year, ordinal);
create index assignment_open on assignments.assignment (unit_id, late_after) where state in ('given', 'accepted', 'in_progress');
create index assignment_person on assignments.assignment (lead_person_id) where state in ('given', 'accepted', 'in_progress');
select units.protect('assignments.assignment');

create table assignments.event (
  province_id text not null,
  id uuid not null,
  assignment_id uuid not null references assignments.assignment (id),
  unit_id uuid not null references units.unit,
  at timestamptz not null,
  account_id uuid,
  action text not null,
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  reason text,
  primary key (province_id, id)
);
comment on table assignments.event is 'What happened to an assignment; never changed';
comment on column assignments.event.account_id is 'Who did it; null for the program: a plan was issued, a person left';
create index event_assignment on assignments.event (assignment_id, at);
select units.protect('assignments.event');
revoke update, delete on assignments.event from songhanh_app, songhanh_nation;

create table assignments.plan_taken (
  province_id text not null,
  plan_id uuid not null references plans.plan (id),
  unit_id uuid not null references units.unit,
  taken_at timestamptz not null,
  primary key (province_id, plan_id),
  unique (plan_id)
);
comment on table assignments.plan_taken is 'Issued plans whose tasks have become assignments: once each, whatever order the news comes in';
select units.protect('assignments.plan_taken');

create table assignments.daily_round (
  province_id text not null,
  unit_id uuid not null references units.unit,
  reminded_on date not null,
  primary key (province_id, unit_id)
);
comment on table assignments.daily_round is 'The last day for which a unit''s people were reminded';
select units.protect('assignments.daily_round');

create view assignments.seat with (security_invoker = true) as
select g.unit_id, a.id as account_id, a.person_id, g.role
from access.role_grant g
join access.account a on a.id = g.account_id and a.state <> 'locked'
join people.person p on p.id = a.person_id and (p.left_on is null or p.left_on > units.app_today())
where g.valid @> units.app_today();
comment on view assignments.seat is 'Who is active in a unit today, and as what';
grant select on assignments.seat to songhanh_app, songhanh_nation, songhanh_system;

-- Whoever is there of: the person named, the holders of the role, the head of the committee, the head of the unit, the
-- secretary, the administrator, the officers. Derived, so that no assignment waits for somebody who has left.
create view assignments.responsible with (security_invoker = true) as
select province_id, assignment_id, unit_id, account_id, person_id, rank
from (
  select x.province_id, x.id as assignment_id, x.unit_id, c.account_id, c.person_id, c.rank, min(c.rank) over (partition by x.id) as best
  from assignments.assignment x
  cross join lateral (
    select s.account_id, s.person_id, min(case
      when s.person_id = x.lead_person_id then 1
      when s.role = x.seat_role then 2
      when s.role = 'committee_head' then 3
      when s.role = 'principal' then 4
      when s.role = 'committee_secretary' then 5
      when s.role = 'administrator' then 6
      else 7
    end) as rank
    from assignments.seat s
    where s.unit_id = x.unit_id and (
      s.person_id = x.lead_person_id or s.role = x.seat_role
      or s.role in ('committee_head', 'principal', 'committee_secretary', 'administrator', 'ministry_officer', 'department_officer', 'commune_officer')
    )
    group by s.account_id, s.person_id
    union all
    -- named in the plan, without an account: on paper
    select null, p.id, 1
    from people.person p
    where p.id = x.lead_person_id and p.unit_id = x.unit_id and (p.left_on is null or p.left_on > units.app_today())
      and not exists (select from access.account a where a.person_id = p.id)
  ) as c
) as ranked
where rank = best;
comment on view assignments.responsible is 'Who is responsible for an assignment today; rank 1 the person named, 2 the role, above that those who stand in';
grant select on assignments.responsible to songhanh_app, songhanh_nation, songhanh_system;

create view assignments.fact with (security_invoker = true) as
select
  x.province_id, x.unit_id, m.measure, x.due_on as on_day, ''::text as sex, ''::text as age_group, ''::text as ethnicity, ''::text as audience,
  ''::text as detail, m.value, 'assignments.assignment'::text as source_table, x.id as source_id
from assignments.assignment x
cross join lateral (values
  ('tasks.due', 1::numeric),
  ('tasks.done_in_time', case when x.state = 'done' and x.done_on <= x.late_after then 1 else 0 end::numeric)
) as m (measure, value)
where x.due_on is not null and x.state <> 'cancelled';
grant select on assignments.fact to songhanh_app, songhanh_nation, songhanh_system;
