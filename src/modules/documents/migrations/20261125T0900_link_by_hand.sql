alter table documents.document_link add column by_person boolean not null default false;
comment on column documents.document_link.by_person is 'A person chose the document, or said that there is none: it is not looked for by number any more';
