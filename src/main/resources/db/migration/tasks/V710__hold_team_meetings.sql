-- The attendance teams that meet by a cycle: of a school, or of the district where school is null.
create table tasks.team (
  id uuid primary key,
  district uuid not null,
  school uuid,
  every text not null check (every in ('WEEKLY', 'MONTHLY')),
  weekday integer not null check (weekday between 1 and 5),
  -- Which of the month's weekdays of that name; weekly teams have none.
  week_of_month integer check (week_of_month between 1 and 4),
  meets_at time not null,
  -- False: the team has said that it does not meet by a cycle any more.
  meets boolean not null,
  moved_to timestamptz,
  run integer not null,
  running boolean not null,
  started_at timestamptz not null,
  set_up_at timestamptz not null,
  -- How many changes the process has been told of: makes each message one act.
  changes integer not null default 0,
  unique nulls not distinct (district, school),
  check ((every = 'MONTHLY') = (week_of_month is not null))
);

create table tasks.meeting (
  id uuid primary key,
  team uuid not null references tasks.team,
  planned_for timestamptz not null,
  state text not null check (state in ('PLANNED', 'OPEN', 'HELD', 'SKIPPED', 'DROPPED')),
  prepared_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  -- Why it was skipped, a code.
  reason text,
  words text,
  check ((state in ('HELD', 'SKIPPED')) = (ended_by is not null))
);
-- One meeting at a time.
create unique index meeting_ahead on tasks.meeting (team) where state in ('PLANNED', 'OPEN');
create index meeting_held on tasks.meeting (team, ended_at) where state = 'HELD';

-- What a meeting talks about: ids only, what they are is read when they are shown.
create table tasks.meeting_item (
  meeting uuid not null references tasks.meeting,
  kind text not null,
  subject uuid not null,
  position integer not null,
  -- It came after the pack was prepared.
  late boolean not null,
  primary key (meeting, kind, subject)
);

-- What a team has decided that somebody should do.
create table tasks.decision (
  id uuid primary key,
  meeting uuid not null references tasks.meeting,
  team uuid not null,
  -- What it is about; null: the team's own affairs.
  kind text,
  subject uuid,
  case_id uuid,
  family uuid,
  words text not null,
  owner_group text,
  owner uuid,
  due date not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  state text not null check (state in ('OPEN', 'DONE', 'DROPPED')),
  settled_by uuid,
  settled_at timestamptz,
  settled_words text,
  check ((owner is null) <> (owner_group is null)),
  check ((state = 'OPEN') = (settled_at is null))
);
create index decision_open on tasks.decision (team, due) where state = 'OPEN';
create index decision_meeting on tasks.decision (meeting);
create index decision_owner on tasks.decision (owner, owner_group) where state = 'OPEN';

-- What became of a team's meetings, in order; nothing is ever changed or removed.
create table tasks.team_event (
  id bigint generated always as identity primary key,
  team uuid not null references tasks.team,
  event_key text not null,
  kind text not null,
  meeting uuid,
  by_user uuid,
  at timestamptz not null,
  unique (team, event_key)
);
