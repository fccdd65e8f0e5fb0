create schema visits;

create table visits.visitor (
    user_id        uuid primary key,
    district       uuid    not null,
    first_name     text    not null,
    role           text    not null,
    kind           text    not null check (kind in ('SCHOOL', 'COMMUNITY')),
    phone          text,
    text_language  text    not null,
    caseload_limit int     not null check (caseload_limit > 0),
    active         boolean not null default true
);
create index on visits.visitor (district) where active;

create table visits.visitor_language (
    user_id  uuid not null references visits.visitor,
    language text not null,
    level    text not null check (level in ('NATIVE', 'FLUENT', 'CONVERSATIONAL', 'BASIC')),
    primary key (user_id, language)
);

create table visits.training (
    user_id      uuid not null references visits.visitor,
    course       text not null,
    completed_on date not null,
    primary key (user_id, course)
);

-- Two visitors chosen for a case, and what they answered.
create table visits.pair (
    id                   uuid        primary key,
    version              int         not null,
    case_id              uuid        not null,
    family               uuid        not null,
    district             uuid        not null,
    first_visitor        uuid        not null references visits.visitor,
    second_visitor       uuid        not null references visits.visitor,
    interpreter_language text,
    plan_submission      uuid        not null unique,
    ask                  uuid        not null unique,
    first_question       uuid        not null unique,
    second_question      uuid        not null unique,
    first_answer         boolean,
    second_answer        boolean,
    state                text        not null check (state in
        ('PROPOSED', 'ASKED', 'ACCEPTED', 'DECLINED', 'SILENT', 'REPLACED', 'ENDED')),
    created_at           timestamptz not null,
    closes_at            timestamptz,
    decided_at           timestamptz,
    check (first_visitor <> second_visitor)
);
-- One pair at a time for a case.
create unique index pair_current on visits.pair (case_id) where state in ('PROPOSED', 'ASKED', 'ACCEPTED');
create index on visits.pair (case_id, created_at desc);
create index on visits.pair (family);
create index on visits.pair (first_visitor, state);
create index on visits.pair (second_visitor, state);

create table visits.appointment (
    id               uuid        primary key,
    version          int         not null,
    case_id          uuid        not null,
    family           uuid        not null,
    district         uuid        not null,
    pair             uuid        not null references visits.pair,
    submission       uuid        not null unique,
    starts_at        timestamptz not null,
    duration_minutes int         not null check (duration_minutes > 0),
    place            text        not null,
    place_note       text,
    state            text        not null check (state in ('PLANNED', 'CHANGED', 'CANCELLED', 'LOGGED')),
    booked_at        timestamptz not null,
    changed_at       timestamptz,
    changed_by       uuid
);
create unique index appointment_current on visits.appointment (case_id) where state = 'PLANNED';
create index on visits.appointment (pair);

-- What really happened, as it was written; a departure from the rules is kept, never refused.
create table visits.visit_log (
    id           uuid        primary key,
    submission   uuid        not null unique,
    appointment  uuid        not null references visits.appointment,
    case_id      uuid        not null,
    form_version text        not null,
    outcome      text        not null,
    exceptions   text[]      not null,
    answers      jsonb       not null,
    logged_by    uuid        not null,
    logged_at    timestamptz not null
);
create index on visits.visit_log (case_id, logged_at);
