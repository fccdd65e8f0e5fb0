-- A text that the sender holds while its case's texts are withdrawn is not waited for: the gate finds it here.
create table messaging.withdrawal (
  case_id uuid not null,
  at timestamptz not null,
  -- Purposes that may still leave.
  kept text[] not null,
  primary key (case_id, at)
);
