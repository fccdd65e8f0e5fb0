-- Whoever left signs in no more; the name stays with what they did.
alter table access.app_user add column left_at timestamptz;
