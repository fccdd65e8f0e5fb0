-- What a text of ours says in English, for staff.
create table messaging.english (
  intent uuid primary key references messaging.intent,
  body text not null
);
-- Who of the staff wrote a text.
create table messaging.staff_text (
  intent uuid primary key references messaging.intent,
  written_by uuid not null,
  at timestamptz not null
);
