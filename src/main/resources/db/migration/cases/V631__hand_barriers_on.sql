-- Whom the team asked to see to what was still open when it closed the case.
alter table cases.closing add column handed_on text;
