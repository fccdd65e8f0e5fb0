-- Whose it is, so that it can be asked what is in reach of them.
create or replace view insight.told_need as
  select distinct on (b.case_id, b.code)
    c.district_id, c.school_id, b.case_id, b.code, b.told_at, b.ended, c.family_id
  from cases.barrier b join cases.family_case c on c.id = b.case_id
  where c.outcome is distinct from 'MERGED'
    and (b.ended is null or b.ended not in ('TOLD_BY_MISTAKE', 'MERGED'))
  order by b.case_id, b.code, b.told_at, b.id;

-- What came of each resource that was chosen for a need of a family: once, its best end.
create view insight.tried_resource as
  select r.district_id, r.case_id, b.code, r.resource_id, s.name, s.organization,
    min(r.drafted_at) as chosen_at,
    bool_or(exists (select from referrals.partner_news n
      where n.referral_id = r.id and n.answer in ('ACCEPTED', 'PROGRESS', 'DONE'))) as taken_on,
    case
      when bool_or(r.outcome = 'NEED_MET') then 'HELPED'
      when bool_or(r.outcome = 'PARTLY_MET') then 'PARTLY'
      when bool_or(r.outcome = 'NOT_MET') then 'NOT'
      else 'UNKNOWN'
    end as became
  from referrals.referral r
  join referrals.resource s on s.id = r.resource_id
  join cases.barrier b on b.id = r.barrier_id
  join cases.family_case c on c.id = r.case_id
  where c.outcome is distinct from 'MERGED'
    and b.ended is distinct from 'TOLD_BY_MISTAKE'
    and r.cancel_reason is distinct from 'MISTAKE'
  group by r.district_id, r.case_id, b.code, r.resource_id, s.name, s.organization;
