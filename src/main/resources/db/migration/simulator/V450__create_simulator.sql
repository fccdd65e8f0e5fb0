-- The carrier simulator's own state; empty wherever a real provider is used.
create schema simulator;

create table simulator.phone (
  id uuid primary key default gen_random_uuid(),
  number text not null unique,
  opted_out boolean not null default false
);

create table simulator.message (
  sid text primary key,
  phone uuid not null references simulator.phone,
  direction text not null check (direction in ('inbound', 'outbound-api', 'outbound-reply')),
  body text not null,
  status text not null,
  error_code int,
  status_callback text,
  -- What is to go wrong on the way.
  fails_as text,
  fails_with int,
  duplicates boolean not null default false,
  next_at timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  updated_at timestamptz not null,
  position bigint generated always as identity
);
create index message_phone on simulator.message (phone, position);
create index message_next on simulator.message (next_at) where next_at is not null;

-- Calls of the application that are still to be made.
create table simulator.call (
  id bigint generated always as identity primary key,
  url text not null,
  form jsonb not null,
  due_at timestamptz not null,
  tries int not null default 0
);
create index call_due on simulator.call (due_at);

create table simulator.fault (
  id bigint generated always as identity primary key,
  number text,
  body_part text,
  kind text not null,
  code int not null,
  millis bigint not null,
  remaining int not null
);
