-- How far the help for each barrier has come: one row, one process. It ends with the barrier, its process some seconds later.
create table referrals.help (
  barrier_id uuid primary key,
  run int not null,
  kind text not null check (kind in ('COMMUNITY', 'SCHOOL', 'TECHNOLOGY')),
  urgent boolean not null,
  -- What comes first when the process begins, or begins anew.
  phase text not null check (phase in ('choose', 'action', 'consent', 'ask')),
  role text,
  -- The try that is under way, and how much of what its partner said was heard.
  referral_id uuid,
  news_heard int not null default 0,
  -- The attendance team has taken it on from the coordinators.
  with_team boolean not null default false,
  level int not null default 0,
  -- When somebody above looks, unless it moves before.
  watch_at timestamptz not null,
  -- What the people above were asked, while they have not answered.
  step_in_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  process_ended_at timestamptz,
  version int not null default 0
);
create index help_with_process on referrals.help (started_at) where process_ended_at is null;

-- What was tried, in order; only ever added to. Words are for pages only.
create table referrals.help_step (
  id bigint generated always as identity primary key,
  barrier_id uuid not null references referrals.help,
  step_key text not null,
  at timestamptz not null,
  what text not null,
  by_user uuid,
  role text,
  words text,
  unique (barrier_id, step_key)
);

-- "Did it help?": one question for each round.
create table referrals.help_question (
  id uuid primary key,
  barrier_id uuid not null references referrals.help,
  case_id uuid not null,
  -- Null: it could not be put by text, somebody calls.
  guardian_id uuid,
  message_id uuid unique,
  asked_at timestamptz not null,
  answer_due_at timestamptz,
  answer text,
  answered_at timestamptz
);
create index help_question_open on referrals.help_question (case_id) where answered_at is null;

-- Who at a school does what: a null school is the whole district.
create table referrals.school_role (
  district_id uuid not null,
  school_id uuid,
  role text not null,
  user_id uuid not null,
  named_by uuid,
  named_at timestamptz not null,
  unique nulls not distinct (district_id, school_id, role, user_id)
);
create index school_role_user on referrals.school_role (user_id);

-- Who sees to what cannot wait; and what families and staff do while nobody works.
create table referrals.on_call (
  district_id uuid not null,
  user_id uuid not null,
  named_by uuid,
  named_at timestamptz not null,
  primary key (district_id, user_id)
);
create table referrals.out_of_hours (
  district_id uuid primary key,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null
);
