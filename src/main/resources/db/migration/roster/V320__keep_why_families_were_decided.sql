-- What people decided about families, and why: only ever added to.
create table roster.family_decision_log (
  id bigint generated always as identity primary key,
  district_id uuid not null references roster.district,
  what text not null check (what in
    ('CONFIRMED', 'KEPT_APART', 'PARTED', 'RESTRICTION_LIFTED', 'RESTRICTION_KEPT')),
  students uuid[] not null,
  -- Of a restriction only.
  contact_id uuid,
  why text not null,
  decided_by uuid not null,
  decided_at timestamptz not null
);
create index family_decision_log_district on roster.family_decision_log (district_id, decided_at desc);

-- A person read exactly this text and found that it does restrict: it is not asked again.
alter table roster.contact_link add restrictions_kept text;

insert into roster.family_decision_log (district_id, what, students, contact_id, why, decided_by, decided_at)
select district_id, 'RESTRICTION_LIFTED', array[student_id], contact_id, '', cleared_by, cleared_at
from roster.contact_link where cleared_by is not null;
alter table roster.contact_link drop cleared_by, drop cleared_at;
