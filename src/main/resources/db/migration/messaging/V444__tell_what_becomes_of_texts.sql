-- Events for other systems. Written here and not by each statement that moves a text, so that none
-- can be forgotten. Ids and codes only: no phone, no words.
create table messaging.event_outbox (
  sequence bigint generated always as identity primary key,
  id uuid not null unique default gen_random_uuid(),
  -- The text: ours, or one to us.
  text uuid not null,
  type text not null,
  at timestamptz not null,
  data jsonb not null,
  published_at timestamptz
);
create index event_outbox_waiting on messaging.event_outbox (sequence) where published_at is null;

alter table messaging.attempt add column status_at timestamptz;

create function messaging.tell_intent() returns trigger language plpgsql as $$
begin
  insert into messaging.event_outbox (text, type, at, data)
  values (
    new.id,
    'org.porchlight.message.' || case when tg_op = 'INSERT' then 'requested' else lower(new.state) end,
    case when tg_op = 'INSERT' then new.created_at else coalesce(new.settled_at, new.created_at) end,
    jsonb_strip_nulls(jsonb_build_object(
      'textId', new.id, 'districtId', new.district, 'caseId', new.case_id, 'purpose', new.purpose,
      'language', new.language, 'reason', case when tg_op = 'INSERT' then null else new.reason end)));
  return null;
end $$;
create trigger tell_requested after insert on messaging.intent
  for each row execute function messaging.tell_intent();
create trigger tell_settled after update of state on messaging.intent
  for each row when (new.state <> old.state and new.state in ('SENT', 'SKIPPED', 'FAILED', 'UNKNOWN'))
  execute function messaging.tell_intent();

create function messaging.tell_delivered() returns trigger language plpgsql as $$
begin
  insert into messaging.event_outbox (text, type, at, data)
  values (
    new.intent, 'org.porchlight.message.delivered', coalesce(new.status_at, new.started_at),
    jsonb_build_object('textId', new.intent));
  return null;
end $$;
create trigger tell_delivered after update of status on messaging.attempt
  for each row when (new.status is distinct from old.status and new.status in ('delivered', 'read'))
  execute function messaging.tell_delivered();

create function messaging.tell_inbound() returns trigger language plpgsql as $$
begin
  insert into messaging.event_outbox (text, type, at, data)
  values (new.id, 'org.porchlight.message.received', new.received_at, jsonb_build_object('textId', new.id));
  return null;
end $$;
create trigger tell_received after insert on messaging.inbound
  for each row execute function messaging.tell_inbound();
