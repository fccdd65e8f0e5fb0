create schema roster;

create table roster.district (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  zone text not null,
  state text not null,
  -- Grows with every change of the roster: an import is applied only to the roster that its dry run saw.
  roster_version bigint not null default 0,
  created_at timestamptz not null
);

create table roster.school (
  id uuid primary key default gen_random_uuid(),
  district_id uuid not null references roster.district,
  source_id text not null,
  name text not null,
  unique (district_id, source_id)
);

create table roster.student (
  id uuid primary key default gen_random_uuid(),
  district_id uuid not null references roster.district,
  source_id text not null,
  first_name text not null,
  last_name text not null,
  birth_date date,
  home_language text,
  -- Derived after every import: the enrolment of now, else the school that last reported an event.
  school_id uuid references roster.school,
  grade text,
  removed_at timestamptz,
  unique (district_id, source_id)
);
create index student_school on roster.student (school_id);
create index student_name on roster.student (district_id, lower(last_name) text_pattern_ops);

create table roster.term (
  id uuid primary key default gen_random_uuid(),
  district_id uuid not null references roster.district,
  source_key text not null,
  school_id uuid not null references roster.school,
  name text not null,
  begins date not null,
  ends date not null,
  instructional_days int not null check (instructional_days >= 0),
  unique (district_id, source_key)
);

create table roster.calendar_day (
  district_id uuid not null references roster.district,
  source_key text not null,
  school_id uuid not null references roster.school,
  calendar text not null,
  day date not null,
  instructional boolean not null,
  event text not null,
  minutes int check (minutes between 1 and 1440),
  primary key (district_id, source_key)
);
create index calendar_day_school on roster.calendar_day (school_id, day);

create table roster.enrollment (
  district_id uuid not null references roster.district,
  source_key text not null,
  student_id uuid not null references roster.student,
  school_id uuid not null references roster.school,
  entered date not null,
  exited date,
  grade text,
  main boolean not null,
  primary key (district_id, source_key)
);
create index enrollment_student on roster.enrollment (student_id);
create index enrollment_school on roster.enrollment (school_id);

-- The school of a student whom no enrolment names: where attendance was last reported.
create table roster.school_seen (
  student_id uuid primary key references roster.student,
  school_id uuid not null references roster.school,
  last_day date not null
);

create table roster.contact (
  id uuid primary key default gen_random_uuid(),
  district_id uuid not null references roster.district,
  source_id text not null,
  first_name text not null,
  last_name text not null,
  address text,
  email text,
  written_language text,
  spoken_language text,
  -- What a person found out outranks the roster and survives every import.
  written_language_decided text,
  spoken_language_decided text,
  language_decided_by uuid,
  language_decided_at timestamptz,
  removed_at timestamptz,
  unique (district_id, source_id)
);

create table roster.phone (
  contact_id uuid not null references roster.contact on delete cascade,
  position int not null,
  as_given text not null,
  e164 text,
  type text not null,
  textable boolean not null,
  primary key (contact_id, position)
);
create index phone_e164 on roster.phone (e164);

create table roster.contact_link (
  district_id uuid not null references roster.district,
  source_key text not null,
  student_id uuid not null references roster.student,
  contact_id uuid not null references roster.contact,
  relation text,
  lives_with boolean not null,
  legal_guardian boolean not null,
  emergency boolean not null,
  main boolean not null,
  priority int,
  restrictions text,
  -- A person read exactly this text and found that it does not restrict; another text restricts again.
  restrictions_cleared text,
  cleared_by uuid,
  cleared_at timestamptz,
  primary key (district_id, source_key)
);
create index contact_link_student on roster.contact_link (student_id);
create index contact_link_contact on roster.contact_link (contact_id);

create table roster.family (
  id uuid primary key,
  district_id uuid not null references roster.district,
  created_at timestamptz not null
);

create table roster.family_student (
  student_id uuid primary key references roster.student,
  family_id uuid not null references roster.family
);
create index family_student_family on roster.family_student (family_id);

create table roster.family_proposal (
  id uuid primary key,
  district_id uuid not null references roster.district,
  reason text not null check (reason in ('SAME_ADDRESS', 'SAME_PHONE', 'TOO_LARGE')),
  students uuid[] not null,
  state text not null check (state in ('OPEN', 'CONFIRMED', 'REFUSED')),
  created_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  unique (district_id, reason, students)
);

-- A person's word on two students: one family, or never one.
create table roster.family_decision (
  student_a uuid not null references roster.student,
  student_b uuid not null references roster.student,
  together boolean not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (student_a, student_b),
  check (student_a < student_b)
);

-- For bulk work of other modules, which join these and nothing else of this schema.
create view roster.student_keys as select district_id, source_id, id from roster.student;
create view roster.school_keys as select district_id, source_id, id from roster.school;
create view roster.student_schools as select id as student_id, district_id, school_id from roster.student where removed_at is null;
create view roster.instructional_days as
  select district_id, school_id, calendar, day, minutes from roster.calendar_day where instructional;
create view roster.terms as select district_id, school_id, begins, ends, instructional_days from roster.term;
create view roster.enrollments as select district_id, student_id, school_id, entered, exited from roster.enrollment;
