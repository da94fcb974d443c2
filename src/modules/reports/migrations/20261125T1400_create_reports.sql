-- Reporting rounds of superiors and the reports that units give in them.
create schema reports;
grant usage on schema reports to songhanh_app, songhanh_nation, songhanh_system;

create table reports.round (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'withdrawn')),
  title text not null check (title <> ''),
  instructions text,
  form_code text not null,
  form_version int not null,
  form jsonb not null,
  line text not null check (line in ('administrative', 'professional')),
  audience jsonb not null,
  tree_on date not null,
  period_from date not null,
  period_to date not null,
  period_label text not null check (period_label <> ''),
  window_from date not null,
  window_to date not null,
  deadline_day date not null,
  deadline_word text not null check (deadline_word in ('before', 'by')),
  due_on date not null,
  accept_late_until date,
  remind_days int[] not null default '{14,7,3,1,0}',
  revision int not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  opened_by uuid,
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (province_id, id),
  unique (id),
  check (period_from <= period_to),
  check (window_from <= window_to),
  check (accept_late_until is null or accept_late_until >= due_on),
  check ((state in ('open', 'closed')) <= (opened_at is not null))
);
comment on table reports.round is 'A superior asks those below it for a report';
comment on column reports.round.unit_id is 'The superior that asks';
comment on column reports.round.form is 'The form as it was when the round was made (Form of model/form.ts): later versions of the form leave it alone';
comment on column reports.round.line is 'Along which line of subordination it asks';
comment on column reports.round.audience is 'Audience of model/audience.ts: levels, kinds of schools or a list';
comment on column reports.round.tree_on is 'The day whose tree is asked: the last of the period, today while it runs';
comment on column reports.round.period_from is 'The period that the report speaks of; the window is what the figures are counted in';
comment on column reports.round.deadline_day is 'The day that the call names';
comment on column reports.round.deadline_word is 'before: “trước ngày X”, due the day before; by: “chậm nhất ngày X”';
comment on column reports.round.due_on is 'Last day on which a report is in time';
comment on column reports.round.accept_late_until is 'Last day on which a report is taken at all; null without an end';
comment on column reports.round.remind_days is 'So many days before the due day';
create index round_unit on reports.round (unit_id, period_to desc);
select units.protect('reports.round');

create table reports.report (
  province_id text not null,
  id uuid not null,
  unit_id uuid not null references units.unit,
  round_id uuid not null references reports.round (id),
  superior_id uuid not null references units.unit,
  state text not null default 'not_started'
    check (state in ('not_started', 'draft', 'review', 'signed', 'submitted', 'returned', 'accepted', 'exempt')),
  entries jsonb not null default '{}',
  revision int not null default 0,
  to_fill int,
  filled int,
  open_fields text[],
  extended_until date,
  extended_reason text,
  exempt_reason text,
  signed jsonb,
  signed_by uuid,
  signed_at timestamptz,
  reason text,
  version int not null default 0,
  submitted_at timestamptz,
  submitted_by uuid,
  is_late boolean not null default false,
  first_late boolean,
  decided_by uuid,
  decided_at timestamptz,
  return_reason text,
  answer_by date,
  started_by uuid,
  started_at timestamptz,
  changed_at timestamptz not null,
  document_id uuid,
  primary key (province_id, id),
  unique (id),
  unique (province_id, unit_id, round_id),
  check ((state = 'exempt') = (exempt_reason is not null)),
  check (state not in ('submitted', 'accepted') or (version > 0 and submitted_at is not null))
);
comment on table reports.report is 'The report of one unit in one round, from the day on which the round opens';
comment on column reports.report.superior_id is 'The unit of the round: it reads and decides, also when the unit has moved away since';
comment on column reports.report.entries is 'What people wrote (Entries of model/entries.ts); everything else is derived from the records until it is signed';
comment on column reports.report.to_fill is 'Places that the form asks to be filled, and those that are';
comment on column reports.report.open_fields is 'Fields that a return opened again; null: all are open';
comment on column reports.report.extended_until is 'Due day of this unit alone, with its reason';
comment on column reports.report.signed is 'The body as the head signed it (Body of model/body.ts)';
comment on column reports.report.reason is 'Why a new version is made of a report that was submitted before';
comment on column reports.report.version is 'Number of the newest submitted version; 0 before the first';
comment on column reports.report.is_late is 'The newest version came after its due day';
comment on column reports.report.first_late is 'Whether its first version came late: later versions leave that as it is';
comment on column reports.report.answer_by is 'Day until which a returned report is asked back';
create index report_round on reports.report (round_id, state);
create index report_superior on reports.report (superior_id);
create index report_unit on reports.report (unit_id);
select units.protect('reports.report');
create policy superior_read on reports.report for select to songhanh_app
  using (superior_id = any (array(select units.readable())));
create policy superior_update on reports.report for update to songhanh_app
  using (superior_id = any (array(select units.writable()))) with check (superior_id = any (array(select units.writable())));

-- Whoever is asked reads the question, also after it has moved below another superior.
create policy asked_read on reports.round for select to songhanh_app
  using (state in ('open', 'closed') and exists (select from reports.report p where p.round_id = round.id));

create table reports.report_version (
  province_id text not null,
  report_id uuid not null references reports.report (id),
  number int not null check (number > 0),
  unit_id uuid not null references units.unit,
  superior_id uuid not null references units.unit,
  round_id uuid not null references reports.round (id),
  body jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  reason text,
  due_on date not null,
  is_late boolean not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  primary key (province_id, report_id, number)
);
comment on table reports.report_version is 'A report as it was submitted; never changed';
comment on column reports.report_version.digest is 'SHA-256 of the body as canonical JSON: what the receipt names';
comment on column reports.report_version.reason is 'Why it was made anew: the return, or the correction';
comment on column reports.report_version.due_on is 'The due day that held for the unit at that time';
create index report_version_report on reports.report_version (report_id);
create index report_version_unit on reports.report_version (unit_id, submitted_at);
select units.protect('reports.report_version');
create policy superior_read on reports.report_version for select to songhanh_app
  using (superior_id = any (array(select units.readable())));
revoke update, delete on reports.report_version from songhanh_app, songhanh_nation;

create table reports.figure (
  province_id text not null,
  report_id uuid not null references reports.report (id),
  number int not null,
  key text not null,
  unit_id uuid not null references units.unit,
  superior_id uuid not null references units.unit,
  round_id uuid not null references reports.round (id),
  code text not null,
  state text not null check (state in ('value', 'not_applicable', 'no_data')),
  value numeric,
  part numeric,
  whole numeric,
  estimate numeric,
  formula_version int,
  known int,
  units int,
  by_hand boolean not null,
  note text,
  sources text,
  primary key (province_id, report_id, number, key),
  check ((state = 'value') = (value is not null))
);
comment on table reports.figure is 'The figures of a submitted version, frozen';
comment on column reports.figure.key is 'The cell of the form: <part>/<row>/<column>';
comment on column reports.figure.code is 'What it counts, the same in every form: code of an indicator or expression over measures';
comment on column reports.figure.part is 'Numerator and denominator of a ratio, so that a sum never averages';
comment on column reports.figure.estimate is 'Expected at the end of the period (ước thực hiện), where the window ends earlier';
comment on column reports.figure.known is 'n of N: units below with data, of all units';
comment on column reports.figure.sources is 'SHA-256 over the facts that it was computed from';
create index figure_round on reports.figure (round_id, key);
create index figure_report on reports.figure (report_id, number);
create index figure_code on reports.figure (unit_id, code);
select units.protect('reports.figure');
create policy superior_read on reports.figure for select to songhanh_app
  using (superior_id = any (array(select units.readable())));
revoke update, delete on reports.figure from songhanh_app, songhanh_nation;

create table reports.report_comment (
  province_id text not null,
  id uuid not null,
  report_id uuid not null references reports.report (id),
  number int not null,
  unit_id uuid not null references units.unit,
  superior_id uuid not null references units.unit,
  field text,
  text text not null check (text <> ''),
  author_id uuid not null,
  at timestamptz not null,
  primary key (province_id, id)
);
comment on table reports.report_comment is 'What the superior asks to be mended in a version that it returned';
comment on column reports.report_comment.field is 'Key of the part or cell that it is about; null for the whole report';
create index report_comment_report on reports.report_comment (report_id, number);
select units.protect('reports.report_comment');
create policy superior_read on reports.report_comment for select to songhanh_app
  using (superior_id = any (array(select units.readable())));
create policy superior_insert on reports.report_comment for insert to songhanh_app
  with check (superior_id = any (array(select units.writable())));

create table reports.report_step (
  province_id text not null,
  id uuid not null,
  report_id uuid not null references reports.report (id),
  unit_id uuid not null references units.unit,
  superior_id uuid not null references units.unit,
  action text not null,
  note text,
  person_id uuid,
  person_name text,
  at timestamptz not null,
  primary key (province_id, id)
);
comment on table reports.report_step is 'What happened to a report, by whom: read by both sides';
comment on column reports.report_step.person_name is 'As it was then: the other side does not see the person';
create index report_step_report on reports.report_step (report_id, at);
select units.protect('reports.report_step');
create policy superior_read on reports.report_step for select to songhanh_app
  using (superior_id = any (array(select units.readable())));
create policy superior_insert on reports.report_step for insert to songhanh_app
  with check (superior_id = any (array(select units.writable())));
revoke update, delete on reports.report_step from songhanh_app, songhanh_nation;
