create schema cases;

-- One family's case, over all its runs.
create table cases.family_case (
  id uuid primary key,
  family_id uuid not null,
  district_id uuid not null,
  school_id uuid,
  proposal_id uuid not null unique,
  run integer not null,
  state text not null check (state in ('STARTING', 'OPEN', 'ENDING', 'CLOSED')),
  outcome text check (outcome in ('DECLINED', 'LEFT', 'CLOSED', 'NOT_REACHED')),
  ended_how text,
  closing_reason text,
  agreed_at timestamptz,
  postponed_until date,
  opened_at timestamptz not null,
  closed_at timestamptz,
  version bigint not null,
  check ((outcome is null) = (state in ('STARTING', 'OPEN')))
);

-- A family has at most one case that is not closed.
create unique index family_case_one_open on cases.family_case (family_id) where state <> 'CLOSED';
create index family_case_family on cases.family_case (family_id);
create index family_case_district on cases.family_case (district_id, state);

-- The guard of each start: a run begins once.
create table cases.case_run (
  case_id uuid not null references cases.family_case,
  run integer not null,
  started_at timestamptz not null,
  primary key (case_id, run)
);

-- What happened, in order; nothing is ever changed or removed.
create table cases.timeline (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases.family_case,
  entry_key text not null,
  kind text not null,
  by_user uuid,
  at timestamptz not null,
  facts jsonb not null,
  unique (case_id, entry_key)
);

create table cases.first_contact_plan (
  case_id uuid primary key references cases.family_case,
  channel text not null,
  who_knows text,
  guardian_id uuid,
  interpreter_language text,
  by_user uuid not null,
  recorded_at timestamptz not null
);

-- The question to a family and how far its wait has come.
create table cases.invitation (
  question_id uuid primary key,
  case_id uuid not null references cases.family_case,
  guardian_id uuid not null,
  phone text not null,
  language text not null,
  asked_at timestamptz not null,
  answer_due_at timestamptz not null,
  reminders integer not null,
  last_round bigint not null,
  answer text,
  closed_at timestamptz
);
create index invitation_case on cases.invitation (case_id);

-- What a person found out about reaching the family: newer than the roster until that catches up.
create table cases.contact_repair (
  submission_id uuid primary key,
  case_id uuid not null references cases.family_case,
  result text not null,
  guardian_id uuid,
  phone text,
  textable boolean not null,
  address text,
  at timestamptz not null
);
create index contact_repair_case on cases.contact_repair (case_id);

-- Each try to reach the family by a person.
create table cases.contact_try (
  submission_id uuid primary key,
  case_id uuid not null references cases.family_case,
  how text not null,
  answer text not null,
  at timestamptz not null
);
create index contact_try_case on cases.contact_try (case_id);

-- Calls that somebody asked for, and texts that a person must read.
create table cases.call_request (
  request_key text primary key,
  case_id uuid not null references cases.family_case,
  reason text not null,
  at timestamptz not null,
  settled_at timestamptz
);
create index call_request_case on cases.call_request (case_id) where settled_at is null;

-- Events for Kafka, written with the facts and published afterwards.
create table cases.event_outbox (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  case_id uuid not null,
  type text not null,
  at timestamptz not null,
  data jsonb not null,
  published_at timestamptz
);
create index event_outbox_waiting on cases.event_outbox (sequence) where published_at is null;
