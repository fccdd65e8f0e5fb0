-- What a person found out about a text that nobody could tell about; never deleted.
create table messaging.settlement (
  text uuid primary key,
  family uuid not null,
  kind text not null check (kind in ('UNKNOWN', 'UNCLEAR')),
  arrived boolean not null,
  settled_by uuid not null,
  at timestamptz not null
);
create index intent_unknown on messaging.intent (created_at) where state = 'UNKNOWN';
create index inbound_unclear on messaging.inbound (received_at) where meaning = 'UNCLEAR';
