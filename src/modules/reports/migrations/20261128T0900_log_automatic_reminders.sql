-- Reminders that the program writes by itself stand in the log of contacts beside those of people.
alter table reports.contact drop constraint contact_kind_check;
alter table reports.contact add constraint contact_kind_check check (kind in ('reminder', 'automatic', 'call', 'zalo', 'other'));
comment on column reports.contact.kind is 'reminder: by a person through the system; automatic: by the program on the days of the round; call, zalo, other: outside the system';
comment on column reports.contact.told is 'How many people a reminder reached in the app; null before it was sent, and for contacts outside the system';
