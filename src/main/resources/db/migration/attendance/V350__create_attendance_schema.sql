create schema attendance;

-- The rules of a state. Shares are integers so that the test is exact: chronic is chronic_factor x absences >= enrolled days.
create table attendance.state_rule (
  state text primary key,
  source text not null,
  -- Present for less than this part of the day's instructional time is absent.
  present_numerator int not null,
  present_denominator int not null,
  at_risk_factor int not null,
  chronic_factor int not null,
  severe_factor int not null,
  minimum_days int not null,
  -- Where a school's calendar does not say how long its day is.
  day_minutes int not null,
  year_begins_month int not null check (year_begins_month between 1 and 12)
);

insert into attendance.state_rule values
  ('CT', 'C.G.S. 10-198c(a); SBOE definition of 7 Sep 2022; Attendance Works bands', 1, 2, 20, 10, 5, 10, 390, 7);

-- What a code of the source means. A row of the district goes before the common row; a code in neither is quarantined.
create table attendance.status_code (
  district_id uuid,
  format text not null,
  code text not null,
  status text not null check (status in
    ('PRESENT', 'ABSENT_EXCUSED', 'ABSENT_UNEXCUSED', 'ABSENT_DISCIPLINARY', 'TARDY', 'EARLY_DEPARTURE', 'PARTIAL', 'NO_SCHOOL')),
  unique nulls not distinct (district_id, format, code)
);

insert into attendance.status_code (district_id, format, code, status) values
  (null, 'edfi-xml', 'excused absence', 'ABSENT_EXCUSED'),
  (null, 'edfi-xml', 'unexcused absence', 'ABSENT_UNEXCUSED'),
  (null, 'edfi-xml', 'disciplinary absence', 'ABSENT_DISCIPLINARY'),
  (null, 'edfi-xml', 'tardy', 'TARDY'),
  (null, 'edfi-xml', 'early departure', 'EARLY_DEPARTURE'),
  (null, 'edfi-xml', 'partial', 'PARTIAL'),
  (null, 'edfi-xml', 'in attendance', 'PRESENT'),
  (null, 'edfi-xml', 'present', 'PRESENT'),
  (null, 'attendance-csv', 'present', 'PRESENT'),
  (null, 'attendance-csv', 'excused', 'ABSENT_EXCUSED'),
  (null, 'attendance-csv', 'unexcused', 'ABSENT_UNEXCUSED'),
  (null, 'attendance-csv', 'disciplinary', 'ABSENT_DISCIPLINARY'),
  (null, 'attendance-csv', 'tardy', 'TARDY'),
  (null, 'attendance-csv', 'early-departure', 'EARLY_DEPARTURE'),
  (null, 'attendance-csv', 'partial', 'PARTIAL'),
  (null, 'attendance-csv', 'no-school', 'NO_SCHOOL');

create table attendance.event (
  district_id uuid not null,
  source_key text not null,
  student_id uuid not null,
  school_id uuid not null,
  day date not null,
  status text not null,
  minutes_present int,
  minutes_missed int,
  -- Of the school day, 0 to 1, where the source tells a part instead of minutes.
  part_missed numeric(4, 3),
  primary key (district_id, source_key)
);
create index event_student on attendance.event (student_id, day);
create index event_day on attendance.event (district_id, day);
create index event_school on attendance.event (school_id, day);

-- Mondays to Fridays from a to b, both included; 0 where b is before a. For dates after 3 January 2000.
create function attendance.weekdays(a date, b date) returns int language sql immutable parallel safe as $$
  select case when b < a then 0 else
    ((b - date '2000-01-03') / 7) * 5 + least((b - date '2000-01-03') % 7 + 1, 5)
    - (((a - 1) - date '2000-01-03') / 7) * 5 - least(((a - 1) - date '2000-01-03') % 7 + 1, 5) end
$$;
