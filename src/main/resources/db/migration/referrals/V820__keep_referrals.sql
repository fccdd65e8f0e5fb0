-- One try to end a barrier of a case with one resource.
create table referrals.referral (
  id uuid primary key,
  barrier_id uuid not null,
  case_id uuid not null,
  district_id uuid not null,
  resource_id uuid not null references referrals.resource (id),
  way text not null check (way in ('WITH_CONSENT', 'FAMILY_CARRIES')),
  status text not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  status_at timestamptz not null,
  -- How many things the partner has said.
  news int not null default 0,
  link_ends timestamptz,
  cancel_reason text,
  outcome text,
  confirmed_by text,
  outcome_at timestamptz
);
create index referral_barrier on referrals.referral (barrier_id, drafted_at);
create index referral_case on referrals.referral (case_id);
-- What a resource met before.
create index referral_resource on referrals.referral (resource_id) where outcome is not null;

-- Each status that a referral had.
create table referrals.status_change (
  referral_id uuid not null references referrals.referral (id),
  number int not null,
  status text not null,
  at timestamptz not null,
  by uuid,
  primary key (referral_id, number)
);

create table referrals.partner_news (
  referral_id uuid not null references referrals.referral (id),
  number int not null,
  answer text not null,
  reason text,
  words text,
  at timestamptz not null,
  primary key (referral_id, number)
);

-- Who agreed that what is shared with whom. Values are as they were read to the signer.
create table referrals.consent (
  referral_id uuid primary key references referrals.referral (id),
  signer uuid not null,
  signer_name text not null,
  how text not null check (how in ('PAPER', 'PHONE')),
  signed_on date not null,
  witness uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recipient text not null,
  organization text,
  facts jsonb not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint heard_by_two check (how <> 'PHONE' or (witness is not null and witness <> recorded_by))
);

create table referrals.event_outbox (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  referral_id uuid not null,
  type text not null,
  at timestamptz not null,
  data jsonb not null,
  published_at timestamptz
);
create index event_outbox_waiting on referrals.event_outbox (sequence) where published_at is null;
