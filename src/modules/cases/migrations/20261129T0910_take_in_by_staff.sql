-- Reports that staff take in: somebody came, called, or a paper form is entered later. The writer gets no seat.
alter table cases.case_file drop constraint case_file_channel_check;
alter table cases.case_file add constraint case_file_channel_check check (channel in ('web', 'person', 'phone', 'paper'));
comment on column cases.case_file.channel is 'web: the public page; person, phone, paper: written down by staff, without a code for coming back';
