create schema engine;

-- What we tell the engine: one row per act, written in the transaction of the facts it follows from.
create table engine.command (
  id uuid primary key,
  seq bigint generated always as identity,
  -- What makes it one act: message:<message id>, task:<user task key> or cancel:<root key>.
  act_key text not null unique,
  kind text not null check (kind in ('MESSAGE', 'COMPLETE', 'CANCEL')),
  subject uuid not null,
  -- The message's name or the user task's element id.
  name text not null,
  -- The user task or root instance it is about; of a message, its key once the feed tells it.
  engine_key bigint,
  correlation_key text,
  message_id text,
  time_to_live_ms bigint,
  variables text not null,
  submission_id uuid,
  state text not null
    check (state in ('PENDING', 'SENT', 'CONFIRMED', 'OVERTAKEN', 'EXPIRED', 'REFUSED')),
  attempts integer not null default 0,
  -- By the database's clock, which all replicas share; the business clock may be moved in tests.
  next_attempt_at timestamptz not null default clock_timestamp(),
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  settled_at timestamptz
);
create index command_to_send on engine.command (next_attempt_at) where state = 'PENDING';
create index command_order on engine.command (subject, seq) where state = 'PENDING';
create index command_in_doubt on engine.command (sent_at) where state = 'SENT';
create index command_engine_key on engine.command (engine_key);
create index command_message_id on engine.command (message_id);

-- What a person entered, kept for ever.
create table engine.submission (
  id uuid primary key,
  task_key bigint not null,
  subject uuid not null,
  element_id text not null,
  form_id text not null,
  form_key bigint not null,
  groups text[] not null,
  due timestamptz,
  task_created_at timestamptz not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  data text not null
);
create index submission_task on engine.submission (task_key);
create index submission_subject on engine.submission (subject);

-- Which root instance is the one of a subject's run.
create table engine.process_root (
  root_key bigint primary key,
  subject uuid not null,
  run integer not null,
  claimed_at timestamptz not null,
  unique (subject, run)
);

-- Bundles that the engine has confirmed.
create table engine.deployment (
  seq bigint generated always as identity primary key,
  hash text not null,
  deployed_at timestamptz not null
);

create table engine.form (
  form_key bigint primary key,
  form_id text not null,
  version integer not null,
  json text not null,
  deployed_at timestamptz not null
);

-- From here on: projections of the record feed.
create table engine.process_instance (
  key bigint primary key,
  process_id text not null,
  version integer not null,
  parent_key bigint,
  -- Null until the parent is known.
  root_key bigint,
  state text not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
  started_at timestamptz not null,
  ended_at timestamptz
);
create index process_instance_root on engine.process_instance (root_key);
create index process_instance_parent on engine.process_instance (parent_key) where parent_key is not null;

-- Where the instances stand: the elements that are active now.
create table engine.active_element (
  key bigint primary key,
  process_instance_key bigint not null,
  element_id text not null,
  element_type text not null,
  since timestamptz not null
);
create index active_element_instance on engine.active_element (process_instance_key);

create table engine.user_task (
  key bigint primary key,
  process_instance_key bigint not null,
  element_id text not null,
  element_instance_key bigint not null,
  form_key bigint,
  groups text[] not null,
  due timestamptz,
  state text not null check (state in ('CREATED', 'COMPLETED', 'CANCELED')),
  created_at timestamptz not null,
  ended_at timestamptz
);
create index user_task_open on engine.user_task (process_instance_key) where state = 'CREATED';

create table engine.incident (
  key bigint primary key,
  process_instance_key bigint not null,
  element_id text not null,
  error_type text not null,
  job_key bigint,
  created_at timestamptz not null,
  resolved_at timestamptz
);
create index incident_open on engine.incident (process_instance_key) where resolved_at is null;

-- Messages that met somebody who waited, as long as their command does not know its key.
create table engine.correlation (
  message_key bigint primary key,
  at timestamptz not null
);

-- How far the feed is read; changes with the rows it made.
create table engine.feed_offset (
  kafka_partition integer primary key,
  next_offset bigint not null
);

-- The last position seen of each engine partition: records that the broker exports again are skipped.
create table engine.feed_position (
  kafka_partition integer not null,
  engine_partition integer not null,
  position bigint not null,
  at timestamptz not null,
  primary key (kafka_partition, engine_partition)
);

-- The work queue's source: user tasks that wait for a person, with the subject of their root.
-- A task whose completion is on its way is left out at once, whatever the engine knows.
create view engine.open_task as
select t.key, r.subject, t.element_id, f.form_id, t.groups, t.due, t.created_at, t.form_key,
       t.process_instance_key
from engine.user_task t
join engine.process_instance i on i.key = t.process_instance_key
join engine.process_root r on r.root_key = i.root_key
join engine.form f on f.form_key = t.form_key
where t.state = 'CREATED'
  and not exists (
    select 1 from engine.command c
    where c.engine_key = t.key and c.kind = 'COMPLETE' and c.state <> 'REFUSED');

-- Where each subject stands: active elements of the root it has claimed and of all it called.
create view engine.place as
select r.subject, r.run, i.process_id, e.element_id, e.element_type, e.since
from engine.process_root r
join engine.process_instance i on i.root_key = r.root_key
join engine.active_element e on e.process_instance_key = i.key;
