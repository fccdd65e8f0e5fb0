-- What a text would have said that could not be asked for: somebody says it on the phone.
create table messaging.text_to_say (
  id uuid primary key,
  district uuid not null,
  template text not null,
  arguments jsonb not null,
  kept_at timestamptz not null
);
