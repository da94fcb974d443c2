-- A unit tells the body above of something grave, without identity: a case of its own there.
alter table cases.case_file drop constraint case_file_channel_check;
alter table cases.case_file add constraint case_file_channel_check check (channel in ('web', 'person', 'phone', 'paper', 'upward'));
comment on column cases.case_file.channel is 'web: the public page; person, phone, paper: written down by staff, without a code for coming back; upward: told by the unit below without identity, runs no clock and is not counted';
alter table cases.access_log drop constraint access_log_act_check;
alter table cases.access_log add constraint access_log_act_check check (act in ('opened', 'file', 'original', 'apart'));
comment on column cases.access_log.act is 'opened: the case; file, original: a file; apart: a step that not everybody in the case may read';
