-- Houses, shelters and addresses that can be trusted, beside numbers to call.
alter table cases.help_line_change add column address text;
comment on column cases.help_line_change.address is 'Where it is, for those who can come; null where it is not said or must not be known';
