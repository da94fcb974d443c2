-- What a superior published is read with what it cites: the register of citations looks over both.
create policy published_read on documents.document_link for select to songhanh_app
  using (exists (select from documents.document d where d.id = document_id and d.published and d.unit_id = any (array(select units.superior()))));
