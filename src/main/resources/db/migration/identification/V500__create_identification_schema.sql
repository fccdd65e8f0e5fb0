create schema identification;

-- One look at the attendance of a district, as of a date.
create table identification.run (
    id               uuid        primary key,
    district         uuid        not null,
    as_of            date        not null,
    started_by       uuid,
    started_at       timestamptz not null,
    chronic_students int         not null,
    families         int         not null,
    proposed         int         not null,
    refreshed        int         not null,
    lapsed           int         not null,
    served           int         not null,
    on_hold          int         not null
);
create index on identification.run (district, started_at desc);

create table identification.proposal (
    id          uuid        primary key,
    district    uuid        not null,
    family      uuid        not null,
    school      uuid,
    run         uuid        references identification.run,
    as_of       date        not null,
    score       int         not null,
    state       text        not null check (state in ('PROPOSED', 'ACCEPTED', 'POSTPONED', 'REFUSED', 'LAPSED')),
    nominated   boolean     not null default false,
    created_at  timestamptz not null,
    decided_at  timestamptz,
    decided_by  uuid,
    -- A postponement or refusal holds before this day; from it on a run may propose the family again.
    holds_until date
);
-- The guard against proposing a family twice at once.
create unique index proposal_live on identification.proposal (family) where state = 'PROPOSED';
create index on identification.proposal (district, state, score desc);
create index on identification.proposal (family, state);

-- The schools of the family when it was proposed: who may see the row in the list.
create table identification.proposal_school (
    proposal uuid not null references identification.proposal on delete cascade,
    school   uuid not null,
    primary key (proposal, school)
);

create table identification.proposal_student (
    proposal      uuid not null references identification.proposal on delete cascade,
    student       uuid not null,
    school        uuid not null,
    absences      int  not null,
    enrolled_days int  not null,
    band          text not null,
    primary key (proposal, student)
);

-- Why and how high: codes and numbers, worded by the page.
create table identification.proposal_reason (
    proposal uuid  not null references identification.proposal on delete cascade,
    position int   not null,
    code     text  not null,
    points   int   not null,
    numbers  int[] not null,
    primary key (proposal, position)
);

-- Every decision of a person, and what a run withdrew; never changed, never deleted.
create table identification.decision (
    id          uuid        primary key,
    proposal    uuid        not null references identification.proposal,
    family      uuid        not null,
    kind        text        not null check (kind in ('ACCEPTED', 'NOMINATED', 'POSTPONED', 'REFUSED', 'LAPSED')),
    reason      text,
    note        text,
    holds_until date,
    decided_by  uuid,
    decided_at  timestamptz not null
);
create index on identification.decision (family, decided_at);
