-- What the instances wait for by time.
create table engine.timer (
  key bigint primary key,
  process_instance_key bigint not null,
  element_id text not null,
  due timestamptz not null
);
create index timer_due on engine.timer (due);
create index timer_instance on engine.timer (process_instance_key);
