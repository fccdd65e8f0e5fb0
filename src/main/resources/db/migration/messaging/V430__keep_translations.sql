-- What people made of the shipped texts: every version, with who and when; never changed but by review, never deleted.
create table messaging.text_version (
  id bigint generated always as identity primary key,
  language text not null,
  key text not null,
  body text not null,
  -- The English it was made from: an approved translation of another English is stale.
  english text not null,
  source text not null check (source in ('SHIPPED', 'EDITED', 'IMPORTED')),
  -- Null for what a release brought.
  written_by uuid,
  written_at timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  check ((source = 'SHIPPED') = (written_by is null)),
  check (approved_at is null or reviewed_at is not null)
);
create index text_version_of on messaging.text_version (language, key, id desc);

-- Grows with each change, so that every replica sees that there was one.
create table messaging.text_change (
  one boolean primary key default true check (one),
  number bigint not null
);
insert into messaging.text_change (number) values (0);
