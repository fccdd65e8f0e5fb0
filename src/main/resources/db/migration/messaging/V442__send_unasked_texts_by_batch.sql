-- The unasked texts of one district and day: shown, paced, paused and called off together.
create table messaging.batch (
  id uuid primary key,
  district uuid not null,
  day date not null,
  state text not null check (state in ('RUNNING', 'PAUSED', 'CANCELLED')),
  -- Why it was called off: a code.
  reason text,
  changed_by uuid,
  changed_at timestamptz,
  created_at timestamptz not null
);
-- What is asked for after a batch was called off makes another.
create unique index batch_open on messaging.batch (district, day) where state <> 'CANCELLED';
create index batch_district on messaging.batch (district, day);

alter table messaging.intent add column batch uuid references messaging.batch;
create index intent_batch on messaging.intent (batch, state) where batch is not null;

-- How many unasked texts of a district leave in an hour, so that its staff can handle the answers.
create table messaging.bulk_pace (
  district uuid primary key,
  -- Null: by the number of its staff.
  per_hour int check (per_hour > 0),
  tokens double precision not null,
  refilled_at timestamptz not null,
  set_by uuid,
  set_at timestamptz
);
