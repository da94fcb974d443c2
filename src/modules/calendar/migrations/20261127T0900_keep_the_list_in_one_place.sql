-- The nation's list of observances stands in reference/observances.ts, which the templates of plans name as well; what a
-- unit says otherwise stays here.
alter table calendar.observance_change drop constraint observance_change_code_fkey;
alter table calendar.observance_change add check (code ~ '^[a-z_]+$');
drop table calendar.theme;
drop table calendar.observance;

alter table calendar.observance_change add column certainty text not null default 'stated' check (certainty in ('stated', 'recalled'));
alter table calendar.observance_change alter column certainty drop default;
comment on column calendar.observance_change.certainty is 'stated: a text says so; recalled: common knowledge, to be checked';
comment on column calendar.observance_change.code is 'The observance of the nation''s list that it changes; null for one of its own';
