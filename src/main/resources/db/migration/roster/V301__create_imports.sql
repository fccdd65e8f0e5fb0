create table roster.import (
  id uuid primary key,
  district_id uuid not null references roster.district,
  format text not null,
  partial boolean not null,
  state text not null check (state in ('RECEIVED', 'CHECKED', 'APPLIED', 'REFUSED')),
  refusal text,
  needs_override boolean not null default false,
  roster_version bigint,
  counts jsonb not null default '{}',
  warnings jsonb not null default '[]',
  errors bigint not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  checked_at timestamptz,
  applied_by uuid,
  applied_at timestamptz,
  files_deleted_at timestamptz
);
create index import_district on roster.import (district_id, created_at desc);

create table roster.import_file (
  import_id uuid not null references roster.import on delete cascade,
  file_no int not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  primary key (import_id, file_no)
);

-- Where and why, never the value: that is encrypted, for the quarantine page.
create table roster.import_error (
  import_id uuid not null references roster.import on delete cascade,
  error_no bigint not null,
  file_no int not null,
  row_no bigint not null,
  kind text not null,
  field text not null,
  rule text not null,
  sealed_value bytea,
  primary key (import_id, error_no)
);

create table roster.import_row (
  import_id uuid not null,
  kind text not null,
  key text not null,
  payload jsonb not null,
  refs text not null,
  scope text not null,
  file_no int not null,
  row_no bigint not null,
  unresolved text not null,
  md5 text generated always as (md5(payload::text)) stored,
  quarantined text,
  change text
);
create index import_row_key on roster.import_row (import_id, kind, key);

create table roster.import_alias (
  import_id uuid not null,
  file_no int not null,
  alias text not null,
  key text not null
);

create table roster.import_removal (
  import_id uuid not null,
  kind text not null,
  key text not null
);
create index import_removal_key on roster.import_removal (import_id, kind);

-- What the upstream system last said, by its own keys: the ground on which created, changed and removed are told apart.
create table roster.source_record (
  district_id uuid not null references roster.district,
  kind text not null,
  key text not null,
  scope text not null,
  md5 text not null,
  primary key (district_id, kind, key)
);
