-- Phones whose reader said that they are not of the family; stronger than what the roster says.
create table messaging.wrong_number (
  phone text not null,
  family uuid not null,
  at timestamptz not null,
  primary key (phone, family)
);
