-- Facts that may make support more urgent. Read in bulk by rules; a page shows the confidential ones to few. What a
-- program must not choose by (country of birth, immigration status) has no place here.
create table roster.student_need (
  district_id uuid not null references roster.district,
  source_key text not null,
  student_id uuid not null references roster.student,
  need text not null check (need in ('ENGLISH_LEARNER', 'FREE_OR_REDUCED_LUNCH', 'HOMELESS', 'FOSTER')),
  primary key (district_id, source_key)
);
create index student_need_student on roster.student_need (student_id);
