-- Resources that people of the district wrote down themselves: an import neither changes nor removes them.
alter table referrals.resource add column own boolean not null default false;
alter table referrals.resource add column written_by uuid;
alter table referrals.resource add column written_at timestamptz;
