-- Who else works with a family, as staff know it: so that nobody is contacted twice over.
create table identification.other_support (
  id uuid primary key,
  family uuid not null,
  kind text not null,
  -- By role, never by name.
  who text,
  since date not null,
  until date,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_by uuid,
  check (until >= since)
);
create index other_support_family on identification.other_support (family);
