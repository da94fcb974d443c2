-- The digest of a password is read and written by sign-in alone: no query of a person, however wrong, brings it out.
revoke select, insert, update on access.account from songhanh_app, songhanh_nation;
grant select (province_id, id, unit_id, person_id, username, state, created_at, password_set_at) on access.account to songhanh_app, songhanh_nation;
grant insert (province_id, id, unit_id, person_id, username, state, created_at) on access.account to songhanh_app, songhanh_nation;
grant update (state, username) on access.account to songhanh_app, songhanh_nation;
create index password_link_account on access.password_link (account_id);
create index account_person on access.account (person_id);

-- Who holds a role in a unit is known there, also when another unit looks after the account.
create policy guest_read on access.account for select to songhanh_app
  using (exists (select from access.role_grant g where g.account_id = account.id and g.unit_id = any (array(select units.readable()))));
create policy guest_read on people.person for select to songhanh_app
  using (exists (
    select from access.account a
    join access.role_grant g on g.account_id = a.id
    where a.person_id = person.id and g.unit_id = any (array(select units.readable()))
  ));
