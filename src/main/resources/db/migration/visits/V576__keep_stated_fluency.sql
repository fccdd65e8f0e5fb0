-- Who of the staff said that they write a language well enough for families.
create table visits.stated_fluency (
  user_id uuid not null,
  language text not null,
  at timestamptz not null,
  primary key (user_id, language)
);
