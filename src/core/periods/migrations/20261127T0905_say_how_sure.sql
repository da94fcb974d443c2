alter table periods.holiday_change add column basis text not null default 'decision' check (basis in ('law', 'decision', 'expected'));
comment on column periods.holiday_change.basis is 'law: the day stands in a law; decision: announced; expected: not announced yet, to be corrected';
