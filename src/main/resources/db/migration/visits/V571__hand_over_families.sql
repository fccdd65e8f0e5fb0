-- Somebody is asked to take a family over from a visitor who leaves it; until a yes nothing changes.
create table visits.hand_over (
    id           uuid        primary key,
    pair         uuid        not null references visits.pair,
    case_id      uuid        not null,
    from_visitor uuid        not null references visits.visitor,
    to_visitor   uuid        not null references visits.visitor,
    state        text        not null check (state in ('ASKED', 'ACCEPTED', 'DECLINED', 'SILENT', 'OVER')),
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    due_at       timestamptz not null,
    decided_at   timestamptz,
    -- The pair that took the first one's place.
    new_pair     uuid references visits.pair,
    check (from_visitor <> to_visitor)
);
create unique index hand_over_open on visits.hand_over (pair, from_visitor) where state = 'ASKED';
create index on visits.hand_over (to_visitor) where state = 'ASKED';
create index on visits.hand_over (due_at) where state = 'ASKED';
