-- Files from translators, looked at before they are applied; kept as they came.
create table messaging.text_import (
  id uuid primary key,
  language text not null,
  content bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  applied_by uuid,
  applied_at timestamptz
);
