-- A person knows better: texts arrive at a number that a list calls a landline. It need not have been asked about.
alter table messaging.line_type
  alter column type drop not null,
  alter column asked_at drop not null,
  add column corrected_by uuid,
  add column corrected_at timestamptz,
  add check ((corrected_by is null) = (corrected_at is null)),
  add check (type is not null or corrected_at is not null);
