create schema insight;

-- What a family told first, by code: counted once, in the month of its first telling. A telling that was a mistake is none.
create view insight.told_need as
  select distinct on (b.case_id, b.code)
    c.district_id, c.school_id, b.case_id, b.code, b.told_at, b.ended
  from cases.barrier b join cases.family_case c on c.id = b.case_id
  where c.outcome is distinct from 'MERGED'
    and (b.ended is null or b.ended not in ('TOLD_BY_MISTAKE', 'MERGED'))
  order by b.case_id, b.code, b.told_at, b.id;

-- Whom the program is with, from when until when: those among whom something was told.
create view insight.served_family as
  select id as case_id, district_id, school_id, opened_at, closed_at
  from cases.family_case where outcome is distinct from 'MERGED';
