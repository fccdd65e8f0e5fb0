-- When a visitor can visit in a usual week, by the clock on the district's walls.
create table visits.hours (
    user_id uuid not null references visits.visitor,
    weekday int  not null check (weekday between 1 and 7),
    starts  time not null,
    ends    time not null,
    check (starts < ends),
    primary key (user_id, weekday, starts)
);

-- When somebody is away, and where they would go; nothing said: anywhere.
create table visits.choice (
    user_id    uuid   primary key references visits.visitor,
    away_from  date,
    away_until date,
    schools    uuid[] not null default '{}',
    towns      text[] not null default '{}',
    check (away_until is null or away_from is not null and away_until >= away_from)
);

-- Whom a family would rather not see; it said no reason.
create table visits.not_wanted (
    family  uuid        not null,
    user_id uuid        not null references visits.visitor,
    at      timestamptz not null,
    primary key (family, user_id)
);
