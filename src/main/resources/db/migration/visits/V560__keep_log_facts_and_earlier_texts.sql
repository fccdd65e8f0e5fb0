-- What every version of the log's form can tell, for reports; and who wrote the text that stands now.
alter table visits.visit_log
    add column version       int  not null default 1,
    add column written_by    uuid,
    add column written_at    timestamptz,
    add column visited_on    date,
    add column minutes       int,
    add column place         text,
    add column both_visitors boolean,
    add column language      text,
    add column interpreter   text,
    add column barriers      text[] not null default '{}';
update visits.visit_log set written_by = logged_by, written_at = logged_at;
alter table visits.visit_log
    alter column written_by set not null,
    alter column written_at set not null;

-- What a log said before it was amended.
create table visits.earlier_log (
    log        uuid        not null references visits.visit_log,
    version    int         not null,
    answers    jsonb       not null,
    written_by uuid        not null,
    written_at timestamptz not null,
    primary key (log, version)
);
