-- When visitors said that they arrived and left.
create table visits.presence (
    appointment uuid        not null references visits.appointment,
    visitor     uuid        not null references visits.visitor,
    what        text        not null check (what in ('ARRIVED', 'LEFT')),
    at          timestamptz not null,
    primary key (appointment, visitor, what)
);

-- Visits after which somebody had to look whether the visitors are safe.
create table visits.safety_alert (
    appointment uuid        primary key references visits.appointment,
    raised_at   timestamptz not null
);
