create table documents.form_choice (
  province_id text not null,
  unit_id uuid not null references units.unit,
  body_size numeric not null check (body_size between 8 and 20),
  letterhead_size numeric not null check (letterhead_size between 8 and 20),
  parent_lines text[] not null default '{}',
  issuer_lines text[] not null default '{}',
  primary key (province_id, unit_id)
);
comment on table documents.form_choice is 'What the decree leaves to a unit in the form of its documents; without a row the sizes and lines that are usual';
comment on column documents.form_choice.body_size is 'Type size of the body in points; the decree of the day says which are allowed';
comment on column documents.form_choice.letterhead_size is 'Type size of the national title and of the issuer in points';
comment on column documents.form_choice.parent_lines is 'The superior body in the letterhead, line by line; empty: broken by the program';
comment on column documents.form_choice.issuer_lines is 'The issuer in the letterhead, line by line; empty: broken by the program';
select units.protect('documents.form_choice');
