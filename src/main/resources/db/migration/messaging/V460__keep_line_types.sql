-- What the provider said of a number when it was asked, once: each answer costs.
create table messaging.line_type (
  phone text primary key,
  type text not null,
  asked_at timestamptz not null
);
