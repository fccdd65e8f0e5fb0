-- A text to us that no rule could work on, again and again: a person reads it and says so; never deleted.
create table messaging.handled_inbound (
  text uuid primary key references messaging.inbound,
  district uuid,
  family uuid,
  staff uuid,
  handled_by uuid not null,
  at timestamptz not null
);
create index handled_inbound_at on messaging.handled_inbound (at desc);
