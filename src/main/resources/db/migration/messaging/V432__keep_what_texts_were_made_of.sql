-- What a text was made of, so that it can be written anew while it waits and its translation changes.
create table messaging.wording (
  intent uuid primary key references messaging.intent on delete cascade,
  arguments jsonb not null
);
