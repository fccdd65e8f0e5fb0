-- What goes first: receipts and safety 0, agreed visits 1, answers 2, what nobody asked for 3.
alter table messaging.intent add column urgency smallint not null default 2;
alter table messaging.intent alter column urgency drop default;
drop index messaging.intent_due;
create index intent_lane on messaging.intent (urgency, district, due_at) where state = 'WAITING';
create index intent_expiry on messaging.intent (expires_at) where state = 'WAITING';
create index attempt_calling on messaging.attempt (phone) where state = 'POSTING';

-- How much each sender may still send: shared by all replicas, changed in the transaction that claims.
create table messaging.pace (
  sender text primary key,
  -- Segments; below zero after a text of more segments than were left.
  tokens double precision not null,
  refilled_at timestamptz not null,
  -- The provider's day, and the segments sent in it.
  day date not null,
  sent bigint not null
);
