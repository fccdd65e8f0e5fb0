-- Who was asked by text to say when they have left; the id is the question's.
create table visits.check_out (
    id          uuid primary key,
    appointment uuid not null references visits.appointment,
    visitor     uuid not null references visits.visitor,
    unique (appointment, visitor)
);
