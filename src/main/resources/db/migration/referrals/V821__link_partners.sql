-- A link by which a partner sees one referral. The token itself is nowhere: it is made when the link is sent.
create table referrals.partner_link (
  id uuid primary key,
  referral_id uuid not null references referrals.referral (id),
  -- An e-mail address.
  address text not null,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  -- WAITING | SENDING | SENT | FAILED
  state text not null,
  tries int not null default 0,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  -- SHA-256 of the token of the last try.
  token_hash bytea unique,
  -- Spent.
  opened_at timestamptz,
  -- SHA-256 of what the browser that spent it keeps.
  visit_hash bytea unique,
  visit_ends_at timestamptz,
  -- Opens and shows nothing from now on.
  closed_at timestamptz
);
create index partner_link_referral on referrals.partner_link (referral_id, created_at);
create index partner_link_waiting on referrals.partner_link (next_try_at) where state in ('WAITING', 'SENDING');
