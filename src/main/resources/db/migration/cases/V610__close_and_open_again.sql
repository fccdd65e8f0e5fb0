-- What the team said when it closed a run: for whoever meets the family again.
create table cases.closing (
  case_id uuid not null references cases.family_case,
  run integer not null,
  reason text not null,
  achieved text,
  remember text,
  by_user uuid not null,
  at timestamptz not null,
  primary key (case_id, run)
);

-- Which acceptance began which run; of runs before this, the case's own.
alter table cases.case_run add column proposal_id uuid unique;
update cases.case_run r set proposal_id = c.proposal_id from cases.family_case c where c.id = r.case_id and r.run = 1;
