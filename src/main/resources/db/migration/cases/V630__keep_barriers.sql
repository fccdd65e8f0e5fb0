-- What makes school hard for a family's students. An open one has an owner and a due date at every instant (I5).
create table cases.barrier (
  id uuid primary key,
  case_id uuid not null references cases.family_case,
  run integer not null,
  code text not null,
  student_id uuid,
  told_at timestamptz not null,
  owner_group text not null,
  due_at timestamptz not null,
  -- 0 the owner, 1 the attendance team, from 2 on the district's coordinators.
  level integer not null default 0 check (level >= 0),
  ended text check (ended in ('RESOLVED', 'HELPED_AT_ONCE', 'NOT_NEEDED', 'HANDED_ON', 'CLOSED_BY_TEAM',
    'FAMILY_DECLINED', 'FAMILY_LEFT', 'NOT_REACHED', 'MERGED', 'TOLD_BY_MISTAKE')),
  ended_at timestamptz,
  -- The case in which it was told, where two turned out to be of one family.
  came_from uuid references cases.family_case,
  check ((ended is null) = (ended_at is null))
);

-- Told twice is one.
create unique index barrier_one_open on cases.barrier (case_id, code, student_id) nulls not distinct
  where ended is null;
create index barrier_case on cases.barrier (case_id);
create index barrier_due on cases.barrier (due_at) where ended is null;
create index barrier_came_from on cases.barrier (came_from) where came_from is not null;

-- What happened to each; nothing is ever changed or removed.
create table cases.barrier_history (
  id bigint generated always as identity primary key,
  barrier_id uuid not null references cases.barrier,
  case_id uuid not null references cases.family_case,
  -- Of a telling, and of its taking back: once only.
  entry_key text,
  what text not null check (what in ('TOLD', 'TOLD_AGAIN', 'TAKEN_BACK', 'HELPED', 'OWNED', 'MOVED', 'ENDED')),
  at timestamptz not null,
  by_user uuid,
  source text check (source in ('LOG', 'CALL', 'TEXT', 'PAGE', 'MEETING')),
  owner_group text,
  due_at timestamptz,
  level integer,
  why text,
  ended text,
  given text[] not null default '{}',
  words text,
  unique (case_id, entry_key)
);
create index barrier_history_barrier on cases.barrier_history (barrier_id, id);
