create schema tasks;

-- Who has taken a task on. Ours alone: the engine's assignee stays empty.
create table tasks.claim (
  task_key bigint primary key,
  assignee uuid not null,
  claimed_at timestamptz not null
);
create index claim_assignee on tasks.claim (assignee);

-- What somebody has typed into a form and not yet sent.
create table tasks.draft (
  task_key bigint not null,
  by_user uuid not null,
  data text not null,
  saved_at timestamptz not null,
  primary key (task_key, by_user)
);
