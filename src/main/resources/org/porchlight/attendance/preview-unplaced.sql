-- Students, staged or stored, whom neither an enrolment nor an event names: no school, no rate.
select count(*) from (
  select key from roster.import_row where import_id = :id and kind = 'students' and change is not null
  union
  select s.key from roster.source_record s where s.district_id = :district and s.kind = 'students' and not exists (
    select from roster.import_removal x where x.import_id = :id and x.kind = 'students' and x.key = s.key)
  except
  select payload ->> 'student' from roster.import_row
  where import_id = :id and kind in ('enrollments', 'attendanceEvents') and change is not null
  except
  select k.source_id from roster.student_schools p join roster.student_keys k on k.id = p.student_id
  where p.district_id = :district and p.school_id is not null) unplaced
