alter table reports.report add column is_apart boolean not null default false;
comment on column reports.report.is_apart is 'Written for its superior alone: drafts over the same window for another one take nothing along';
