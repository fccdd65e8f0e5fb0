-- What whoever runs the installation has to look at; counted, not repeated. Holds no phone and no text.
create table messaging.alert (
  id uuid primary key,
  kind text not null check (kind in ('CHANNEL_STOPPED', 'REFUSED', 'FUSE', 'DAY_USED_UP')),
  -- The provider's code; 0 where there is none.
  code int not null,
  times int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  seen_by uuid,
  seen_at timestamptz
);
create unique index alert_open on messaging.alert (kind, code) where seen_at is null;
