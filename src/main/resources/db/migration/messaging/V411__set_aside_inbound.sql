-- A text that could not be worked on is set aside for a while, so that it holds up no other, least of all a STOP.
alter table messaging.inbound add column failures int not null default 0;
alter table messaging.inbound add column again_at timestamptz;
