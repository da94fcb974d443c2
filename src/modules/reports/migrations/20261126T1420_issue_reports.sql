create table reports.report_document (
  province_id text not null,
  report_id uuid not null references reports.report (id),
  number int not null,
  unit_id uuid not null references units.unit,
  superior_id uuid not null references units.unit,
  document_id uuid not null,
  number_text text not null,
  issued_on date not null,
  primary key (province_id, report_id, number),
  foreign key (province_id, report_id, number) references reports.report_version
);
comment on table reports.report_document is 'The numbered document as which a submitted version was issued';
comment on column reports.report_document.number is 'Number of the version';
comment on column reports.report_document.document_id is 'Id in the register of outgoing documents of the unit';
comment on column reports.report_document.number_text is 'Number and symbol as printed: 12/BC-THTM';
create index report_document_report on reports.report_document (report_id);
create index report_document_unit on reports.report_document (unit_id);
select units.protect('reports.report_document');
create policy superior_read on reports.report_document for select to songhanh_app
  using (superior_id = any (array(select units.readable())));
revoke update, delete on reports.report_document from songhanh_app, songhanh_nation;
