-- Reads that show values of many people at once and so belong to no one family's file.
create table access.bulk_read (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor uuid not null,
  what text not null,
  subject uuid not null
);

create index bulk_read_actor on access.bulk_read (actor, at);

create function access.refuse_change_of_bulk_read() returns trigger language plpgsql as $$
begin
  raise exception 'access.bulk_read is append-only';
end $$;

create trigger bulk_read_append_only before update or delete on access.bulk_read
  for each row execute function access.refuse_change_of_bulk_read();
create trigger bulk_read_no_truncate before truncate on access.bulk_read
  for each statement execute function access.refuse_change_of_bulk_read();
