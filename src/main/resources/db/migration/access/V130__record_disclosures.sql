-- 34 CFR 99.32: who outside the school received, or asked for, what is known of a student.
create table access.disclosure (
  id bigint generated always as identity primary key,
  -- What makes it one act.
  key text not null unique,
  kind text not null check (kind in ('SENT', 'OPENED', 'REFUSED')),
  at timestamptz not null,
  district uuid not null,
  family uuid not null,
  students uuid[] not null check (cardinality(students) > 0),
  party text not null,
  interest text not null,
  basis text not null,
  what text[] not null,
  reference uuid not null,
  by_user uuid
);

create index disclosure_family on access.disclosure (family, at);
create index disclosure_district on access.disclosure (district, at);

create function access.refuse_change_of_disclosure() returns trigger language plpgsql as $$
begin
  raise exception 'access.disclosure is append-only';
end $$;

create trigger disclosure_append_only before update or delete on access.disclosure
  for each row execute function access.refuse_change_of_disclosure();
create trigger disclosure_no_truncate before truncate on access.disclosure
  for each statement execute function access.refuse_change_of_disclosure();
