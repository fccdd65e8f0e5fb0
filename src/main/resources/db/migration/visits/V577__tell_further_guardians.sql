-- Guardians who, beside the case's contact, are told when a visit is: because the family wants it so.
create table visits.told_guardian (
  case_id uuid not null,
  guardian uuid not null,
  chosen_by uuid not null,
  at timestamptz not null,
  primary key (case_id, guardian)
);
