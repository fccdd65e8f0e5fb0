create schema referrals;
-- Finds words with typos.
create extension if not exists pg_trgm;

-- The tables of HSDS as a district's source has them.
create table referrals.hsds_row (
  district_id uuid not null,
  kind text not null,
  key text not null,
  id text not null,
  fields jsonb not null,
  primary key (district_id, kind, key)
);

-- Districts whose rows changed since their directory was made of them.
create table referrals.stale_directory (district_id uuid primary key);

-- What a family can be referred to: a service with all that is known of it.
create table referrals.resource (
  id uuid primary key default gen_random_uuid(),
  district_id uuid not null,
  -- The service upstream.
  source_id text not null,
  name text not null,
  organization text,
  description text,
  url text,
  email text,
  -- active | inactive | defunct | temporarily closed; null where the source does not say.
  status text,
  fees text,
  eligibility text,
  application text,
  interpretation text,
  alert text,
  minimum_age numeric,
  maximum_age numeric,
  -- Free places and when they were counted.
  available numeric,
  available_on date,
  -- BCP 47.
  languages text[] not null,
  terms text[] not null,
  areas text[] not null,
  documents text[] not null,
  phones jsonb not null,
  places jsonb not null,
  hours jsonb not null,
  -- Codes of needs.properties; the guessed ones from words, not from the source's own terms.
  needs text[] not null default '{}',
  needs_guessed text[] not null default '{}',
  assured_on date,
  verified_at timestamptz,
  verified_by uuid,
  -- Upstream has it no more; referrals still point here.
  removed_at timestamptz,
  words text not null,
  unique (district_id, source_id)
);
create index resource_words on referrals.resource using gin (to_tsvector('english', words));
create index resource_similar on referrals.resource using gin (words gin_trgm_ops);
