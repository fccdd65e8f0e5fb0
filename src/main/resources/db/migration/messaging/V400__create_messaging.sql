create schema messaging;

-- What should be said, once for ever (I1).
create table messaging.intent (
  id uuid primary key,
  district uuid not null,
  phone text not null,
  family uuid,
  guardian uuid,
  staff uuid,
  case_id uuid,
  purpose text not null,
  occurrence text not null,
  template text not null,
  language text not null,
  body text not null,
  not_before timestamptz not null,
  expires_at timestamptz not null,
  move_earlier boolean not null,
  receipt boolean not null,
  state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'SKIPPED', 'FAILED', 'UNKNOWN')),
  -- Why it was held last, skipped or failed: a code.
  reason text,
  -- When the dispatcher looks at it next.
  due_at timestamptz not null,
  tries int not null default 0,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (phone, purpose, occurrence),
  check ((family is null) <> (staff is null))
);
create index intent_due on messaging.intent (due_at) where state = 'WAITING';
create index intent_family on messaging.intent (family, created_at);
create index intent_case on messaging.intent (case_id) where state = 'WAITING';
create index intent_phone on messaging.intent (phone, created_at);

-- One call of the provider: committed before the call, so that a crash leaves a trace to look for.
create table messaging.attempt (
  id uuid primary key,
  intent uuid not null references messaging.intent,
  phone text not null,
  body text not null,
  opt_out_line boolean not null,
  state text not null check (state in ('POSTING', 'ACCEPTED', 'REJECTED', 'UNKNOWN')),
  sid text unique,
  error_code int,
  started_at timestamptz not null,
  finished_at timestamptz,
  -- Of an unanswered call: when it is looked for in the provider's list, and how often it was.
  look_up_at timestamptz not null,
  looked_up int not null default 0,
  -- The farthest delivery status so far; it only moves forward.
  status text,
  status_rank int not null default -1
);
create index attempt_intent on messaging.attempt (intent);
create index attempt_phone on messaging.attempt (phone, started_at);
create index attempt_unanswered on messaging.attempt (look_up_at) where state = 'POSTING';

-- Each status callback, as it came, once.
create table messaging.delivery (
  sid text not null,
  status text not null,
  attempt uuid,
  error_code int,
  received_at timestamptz not null,
  applied_at timestamptz,
  primary key (sid, status)
);
create index delivery_new on messaging.delivery (received_at) where applied_at is null;

-- Each text to us, stored before it is understood.
create table messaging.inbound (
  id uuid primary key,
  sid text not null unique,
  phone text not null,
  body text not null,
  media_count int not null,
  opt_out_type text,
  received_at timestamptz not null,
  understood_at timestamptz,
  -- STOP, START, HELP, an answer, or UNCLEAR.
  meaning text,
  question uuid,
  family uuid,
  staff uuid,
  language text
);
create index inbound_new on messaging.inbound (received_at) where understood_at is null;
create index inbound_phone on messaging.inbound (phone, received_at);
create index inbound_family on messaging.inbound (family, received_at);

create table messaging.question (
  id uuid primary key,
  kind text not null,
  phone text not null,
  family uuid,
  guardian uuid,
  staff uuid,
  case_id uuid not null,
  language text not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  state text not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
  answer text,
  check ((family is null) <> (staff is null))
);
create index question_open on messaging.question (phone, opened_at) where state = 'OPEN';

-- As whom a phone was last texted.
create table messaging.correspondent (
  phone text primary key,
  district uuid,
  family uuid,
  guardian uuid,
  staff uuid,
  language text not null,
  at timestamptz not null
);

create table messaging.opt_out (
  phone text primary key,
  opted_out boolean not null,
  source text not null,
  at timestamptz not null
);

-- Every change, with its source; never deleted.
create table messaging.opt_out_log (
  id bigint generated always as identity primary key,
  phone text not null,
  opted_out boolean not null,
  source text not null,
  recorded_by uuid,
  inbound uuid,
  at timestamptz not null
);
create index opt_out_log_phone on messaging.opt_out_log (phone, at);
