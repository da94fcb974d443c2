-- Waiting for one's turn in the chain of a unit and reading its end are one statement of every command.
create function audit.take_turn(unit uuid) returns table (number bigint, hash bytea)
language plpgsql volatile
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('audit:' || unit, 0));
  -- A statement of its own: it sees what whoever was before has committed.
  return query
    select e.number::bigint, e.hash from audit.entry e
    where e.province_id = (select u.province_id from units.unit u where u.id = unit) and e.unit_id = unit
    order by e.number desc
    limit 1;
end
$$;
comment on function audit.take_turn(uuid) is 'Waits until no other transaction writes to the chain of the unit; answers its last entry';
