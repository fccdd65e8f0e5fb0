alter table roster.import drop constraint import_state_check;
alter table roster.import add constraint import_state_check
  check (state in ('RECEIVED', 'CHECKED', 'APPLIED', 'REFUSED', 'INTERRUPTED'));
