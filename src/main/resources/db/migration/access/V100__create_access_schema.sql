create schema access;

create table access.app_user (
  id uuid primary key,
  username text not null,
  password_hash text not null,
  display_name text not null,
  district uuid,
  district_wide boolean not null,
  schools uuid[] not null,
  roles text[] not null,
  duties text[] not null,
  created_at timestamptz not null,
  -- I11 once more, should anything else ever write here.
  constraint nobody_who_enforces_visits check (not ('VISITOR' = any (roles) and cardinality(duties) > 0))
);

create unique index app_user_username on access.app_user (lower(username));
create index app_user_district on access.app_user (district);

create table access.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor uuid not null,
  family uuid not null,
  channel text not null,
  outcome text not null check (outcome in ('OPENED', 'DENIED')),
  home_revealed boolean not null
);

create index audit_family on access.audit (family, at);
create index audit_actor on access.audit (actor, at);

create function access.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'access.audit is append-only';
end $$;

create trigger audit_append_only before update or delete on access.audit
  for each row execute function access.refuse_change();
create trigger audit_no_truncate before truncate on access.audit
  for each statement execute function access.refuse_change();
