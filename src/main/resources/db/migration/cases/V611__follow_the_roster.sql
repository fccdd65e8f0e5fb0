-- What the case last knew of its family's students and contacts: the roster is compared with it.
create table cases.case_student (
  case_id uuid not null references cases.family_case,
  student_id uuid not null,
  school_id uuid,
  here boolean not null,
  primary key (case_id, student_id)
);
create index case_student_student on cases.case_student (student_id);

create table cases.case_contact (
  case_id uuid not null references cases.family_case,
  guardian_id uuid not null,
  primary key (case_id, guardian_id)
);

-- What changed on the way and needs a person's decision.
create table cases.change_notice (
  id uuid primary key,
  case_id uuid not null references cases.family_case,
  kind text not null check (kind in ('SCHOOL_CHANGED', 'STUDENTS_GONE', 'CONTACTS_CHANGED', 'HAND_OVER')),
  notice_key text not null,
  -- Of a change of school, a hand-over.
  student_id uuid,
  from_school uuid,
  to_school uuid,
  begins date,
  at timestamptz not null,
  -- The form that answers it; its effect comes with the process step that follows.
  submission_id uuid,
  decision text,
  -- Whether the family agrees that notes are passed on: YES, NO, NOT_ASKED.
  consent text,
  settled_at timestamptz,
  unique (case_id, notice_key)
);
create index change_notice_open on cases.change_notice (case_id) where settled_at is null;

alter table cases.family_case drop constraint family_case_outcome_check;
alter table cases.family_case add check (outcome in ('DECLINED', 'LEFT', 'CLOSED', 'NOT_REACHED', 'MERGED'));
-- The case that goes on for both, where two turned out to be of one family.
alter table cases.family_case add column merged_into uuid references cases.family_case;
create index family_case_merged on cases.family_case (merged_into) where merged_into is not null;
-- What was written before this is not for the new school, unless the family agrees.
alter table cases.family_case add column words_from timestamptz;
