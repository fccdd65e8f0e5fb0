-- What the case's own record says about its repeats: the process only waits for them.
alter table cases.family_case add column visits_done integer not null default 0;
alter table cases.family_case add column last_visit_on date;
alter table cases.family_case add column wish text check (wish in ('VISITS', 'CALLS_ONLY', 'NO_MORE'));
alter table cases.family_case add column paused_until date;

-- Each try of a follow-up call; call_key is the process instance of that call.
create table cases.call_try (
  submission_id uuid primary key,
  case_id uuid not null references cases.family_case,
  call_key bigint not null,
  outcome text not null check (outcome in ('REACHED', 'NOT_REACHED', 'NO')),
  at timestamptz not null
);
create index call_try_call on cases.call_try (call_key);
