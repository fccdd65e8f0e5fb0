-- What makes a resource a program that students are placed in.
create table referrals.program (
  resource_id uuid primary key references referrals.resource (id),
  district_id uuid not null,
  kind text not null check (kind in ('SUMMER', 'AFTER_SCHOOL', 'LEARNING')),
  -- Kindergarten is 0.
  grade_from int not null,
  grade_to int not null,
  starts_on date,
  ends_on date,
  seats int,
  transport boolean not null,
  check (grade_from <= grade_to),
  check (starts_on is null or ends_on is null or starts_on <= ends_on)
);
create index program_district on referrals.program (district_id);

create table referrals.placement (
  id uuid primary key,
  resource_id uuid not null references referrals.program (resource_id),
  case_id uuid not null,
  student_id uuid not null,
  state text not null,
  offered_by uuid not null,
  offered_at timestamptz not null,
  state_at timestamptz not null
);
-- A student is in a program once.
create unique index placement_once on referrals.placement (resource_id, student_id)
  where state not in ('DECLINED', 'LEFT');
create index placement_case on referrals.placement (case_id);

create table referrals.placement_change (
  placement_id uuid not null references referrals.placement (id),
  number int not null,
  state text not null,
  by uuid not null,
  at timestamptz not null,
  primary key (placement_id, number)
);
