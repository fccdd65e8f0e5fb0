-- Where visitors had to leave: no visit to that place until then, and what coordinators wrote about it. The row is
-- deleted when it expires. It is about a place and a day, never about what a family is like.
create table visits.safety_stop (
    appointment uuid        primary key references visits.appointment,
    case_id     uuid        not null,
    family      uuid        not null,
    place       text        not null,
    place_note  text,
    since       timestamptz not null,
    expires_at  timestamptz not null,
    submission  uuid,
    facts       text[]      not null default '{}',
    words       text,
    written_by  uuid,
    written_at  timestamptz,
    reviewed_by uuid,
    reviewed_at timestamptz
);
create index on visits.safety_stop (family);
create index on visits.safety_stop (expires_at);
