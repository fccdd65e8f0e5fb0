-- An interpreter for a meeting at school that a family comes to.
create table cases.school_meeting (
  id uuid primary key,
  case_id uuid not null references cases.family_case,
  language text not null,
  starts_at timestamptz not null,
  place text not null,
  for_whom text not null,
  state text not null check (state in ('ASKED', 'BOOKED', 'HELD', 'CALLED_OFF')),
  asked_by uuid not null,
  asked_at timestamptz not null
);
create index school_meeting_case on cases.school_meeting (case_id);
