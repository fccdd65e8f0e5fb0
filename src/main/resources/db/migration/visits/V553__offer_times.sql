-- Times put to a family by text; the id is the question's. The times are those of the form.
create table visits.time_offer (
    id         uuid        primary key,
    case_id    uuid        not null,
    submission uuid        not null unique,
    closes_at  timestamptz not null,
    picked     int         check (picked between 0 and 3),
    closed_at  timestamptz
);
