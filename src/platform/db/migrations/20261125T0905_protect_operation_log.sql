-- A person sees and writes the commands of their own account alone; sign-in and jobs act for no one account.
alter table platform.operation_log enable row level security;
alter table platform.operation_log force row level security;
create policy own_commands on platform.operation_log to songhanh_app, songhanh_nation
  using (account_id = nullif(current_setting('app.account', true), '')::uuid)
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy every_command on platform.operation_log to songhanh_system using (true) with check (true);
