-- Absences and enrolled days per student and school, of the school year :from .. :until, up to :asOf.
with rule as (
  select * from attendance.state_rule where state = :state),
-- Days enrolled at a school: the enrolments, or the whole year where only events tell of the student.
enrolled_spans as (
  select e.student_id, e.school_id,
    range_agg(daterange(greatest(e.entered, :from), least(coalesce(e.exited, :asOf), :asOf), '[]')) as spans
  from roster.enrollments e
  where e.district_id = :district and e.entered <= :asOf and coalesce(e.exited, :asOf) >= :from
    and (cast(:school as uuid) is null or e.school_id = :school) and (cast(:student as uuid) is null or e.student_id = :student)
    and (e.exited is null or e.exited >= e.entered)
  group by e.student_id, e.school_id),
events as materialized (
  select v.student_id, v.school_id, v.day, v.status, v.minutes_present, v.minutes_missed, v.part_missed
  from attendance.event v
  where v.district_id = :district and v.day between :from and :asOf
    and (cast(:school as uuid) is null or v.school_id = :school) and (cast(:student as uuid) is null or v.student_id = :student)),
members as (
  select student_id, school_id, spans from enrolled_spans
  union all
  select distinct v.student_id, v.school_id, datemultirange(daterange(:from, :asOf, '[]'))
  from events v
  where not exists (select from enrolled_spans e where e.student_id = v.student_id and e.school_id = v.school_id)),
-- A school's calendar: the one with the most instructional days of the year.
calendars as (
  select distinct on (school_id) school_id, calendar, days from (
    select school_id, calendar, count(distinct day) as days from roster.instructional_days
    where district_id = :district and day between :from and :until group by school_id, calendar) c
  order by school_id, days desc, calendar),
-- Terms that lie in no larger one: a year beside its semesters counts once.
year_terms as (
  select t.school_id, t.begins, t.ends, max(t.instructional_days) as days
  from roster.terms t
  where t.district_id = :district and t.begins between :from and :until and not exists (
    select from roster.terms u
    where u.school_id = t.school_id and u.begins between :from and :until and u.begins <= t.begins and u.ends >= t.ends
      and (u.begins < t.begins or u.ends > t.ends))
  group by t.school_id, t.begins, t.ends),
sources as (
  select s.school_id, c.calendar, t.days as term_days,
    case when coalesce(c.days, 0) > 0 and c.days >= coalesce(t.days, 0) then 'CALENDAR'
      when coalesce(t.days, 0) > 0 then 'TERMS' else 'ROWS' end as source
  from (select distinct school_id from members) s
  left join calendars c on c.school_id = s.school_id
  left join (select school_id, sum(days) as days from year_terms group by school_id) t on t.school_id = s.school_id),
calendar_days as materialized (
  select distinct i.school_id, i.day, i.minutes from roster.instructional_days i
  join sources s on s.school_id = i.school_id and s.calendar = i.calendar
  where i.district_id = :district and i.day between :from and :asOf),
-- Few students differ in their spans: count once per school and span.
span_days as (
  select d.school_id, d.spans,
    case s.source
      when 'CALENDAR' then (select count(*) from calendar_days c where c.school_id = d.school_id and c.day <@ d.spans)
      when 'TERMS' then (
        select coalesce(sum(round(
          t.days * attendance.weekdays(greatest(lower(p), t.begins), least(upper(p) - 1, t.ends))::numeric
          / greatest(attendance.weekdays(t.begins, t.ends), 1))), 0)
        from year_terms t, unnest(d.spans) p where t.school_id = d.school_id) end as days
  from (select distinct school_id, spans from members) d
  join sources s on s.school_id = d.school_id),
-- One line per student, school and day: present for less than the rule's part of the day is absent; several events of a day count once.
days as (
  select v.student_id, v.school_id, v.day,
    bool_or(case
      when v.status = 'NO_SCHOOL' then false
      when v.minutes_present is not null then
        v.minutes_present * r.present_denominator < r.present_numerator * coalesce(c.minutes, r.day_minutes)
      when v.minutes_missed is not null then
        (coalesce(c.minutes, r.day_minutes) - v.minutes_missed) * r.present_denominator
          < r.present_numerator * coalesce(c.minutes, r.day_minutes)
      when v.part_missed is not null and v.status <> 'PRESENT' then
        (1 - v.part_missed) * r.present_denominator < r.present_numerator
      else v.status in ('ABSENT_EXCUSED', 'ABSENT_UNEXCUSED', 'ABSENT_DISCIPLINARY') end) as absent,
    bool_or(v.status <> 'NO_SCHOOL') as counted,
    bool_or(c.day is not null) as in_calendar
  from events v
  cross join rule r
  left join calendar_days c on c.school_id = v.school_id and c.day = v.day
  group by v.student_id, v.school_id, v.day),
counted as (
  select m.student_id, m.school_id,
    count(*) filter (where d.absent and (s.source <> 'CALENDAR' or d.in_calendar)) as absences,
    count(*) filter (where d.counted) as rows,
    count(*) filter (where not d.counted) as without_school
  from members m
  join sources s on s.school_id = m.school_id
  left join days d on d.student_id = m.student_id and d.school_id = m.school_id and d.day <@ m.spans
  group by m.student_id, m.school_id),
result as (
  select m.student_id, m.school_id, c.absences,
    greatest(case when s.source = 'ROWS' then c.rows else p.days - c.without_school end, 0)::int as enrolled
  from members m
  join sources s on s.school_id = m.school_id
  join span_days p on p.school_id = m.school_id and p.spans = m.spans
  join counted c on c.student_id = m.student_id and c.school_id = m.school_id)
select q.student_id, q.school_id, q.absences::int, q.enrolled,
  case when q.enrolled < r.minimum_days then 'TOO_EARLY'
    when r.severe_factor * q.absences >= q.enrolled then 'SEVERE_CHRONIC'
    when r.chronic_factor * q.absences >= q.enrolled then 'MODERATE_CHRONIC'
    when r.at_risk_factor * q.absences >= q.enrolled then 'AT_RISK'
    else 'SATISFACTORY' end as band
from result q
cross join rule r
join roster.student_schools st on st.student_id = q.student_id
order by q.student_id, q.school_id
