-- Where the enrolled days of the schools with staged events would come from; staged rows go before stored ones.
with event_schools as (
  select distinct payload ->> 'school' as school from roster.import_row
  where import_id = :id and kind = 'attendanceEvents' and change is not null),
year as (
  select max(right(scope, 10))::date as newest from roster.import_row
  where import_id = :id and kind = 'attendanceEvents' and change is not null),
bounds as (
  select case when extract(month from newest) >= 7 then make_date(extract(year from newest)::int, 7, 1)
    else make_date(extract(year from newest)::int - 1, 7, 1) end as begins from year),
terms as (
  select p.school, p.begins, p.ends, p."instructionalDays" as days from roster.import_row r
  cross join jsonb_to_record(r.payload) as p(school text, begins date, ends date, "instructionalDays" int)
  where r.import_id = :id and r.kind = 'terms' and r.change is not null
  union
  select k.source_id, t.begins, t.ends, t.instructional_days from roster.terms t
  join roster.school_keys k on k.id = t.school_id where t.district_id = :district),
year_terms as (
  select t.school, sum(t.days) as days from (
    select t.school, t.begins, t.ends, max(t.days) as days from terms t, bounds b
    where t.begins >= b.begins and t.begins < b.begins + interval '1 year' and not exists (
      select from terms u where u.school = t.school and u.begins <= t.begins and u.ends >= t.ends
        and u.begins >= b.begins and (u.begins < t.begins or u.ends > t.ends))
    group by t.school, t.begins, t.ends) t group by t.school),
calendar_days as (
  select school, max(days) as days from (
    select d.school, d.calendar, count(distinct d.day) as days from (
      select p.school, p.calendar, p.day from roster.import_row r
      cross join jsonb_to_record(r.payload) as p(school text, calendar text, day date, instructional boolean)
      where r.import_id = :id and r.kind = 'calendarDays' and r.change is not null and p.instructional
      union
      select k.source_id, i.calendar, i.day from roster.instructional_days i
      join roster.school_keys k on k.id = i.school_id where i.district_id = :district) d, bounds b
    where d.day >= b.begins and d.day < b.begins + interval '1 year'
    group by d.school, d.calendar) c group by school)
select source, count(*)::text as schools,
  case when min(term_days) = max(term_days) then min(term_days)::text else min(term_days) || '–' || max(term_days) end as term_days,
  case when min(calendar_days) = max(calendar_days) then min(calendar_days)::text
    else min(calendar_days) || '–' || max(calendar_days) end as calendar_days
from (
  select s.school, coalesce(t.days, 0) as term_days, coalesce(c.days, 0) as calendar_days,
    case when coalesce(c.days, 0) > 0 and c.days >= coalesce(t.days, 0) then 'calendar'
      when coalesce(t.days, 0) > 0 then 'terms' else 'rows' end as source
  from event_schools s left join year_terms t on t.school = s.school left join calendar_days c on c.school = s.school) x
group by source order by source
