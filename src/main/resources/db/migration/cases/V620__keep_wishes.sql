-- Help with things only: neither visits nor calls.
alter table cases.family_case drop constraint family_case_wish_check;
alter table cases.family_case add constraint family_case_wish_check
  check (wish in ('VISITS', 'CALLS_ONLY', 'HELP_ONLY', 'NO_MORE'));

-- Where and when a family would like to meet.
create table cases.meeting_wish (
  case_id uuid primary key references cases.family_case,
  elsewhere boolean not null default false,
  times text[] not null default '{}'
);
