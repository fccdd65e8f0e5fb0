-- The daily look of a district: one running instance of identify-families, each restart is the next run.
create table identification.schedule (
    district   uuid        primary key,
    run        int         not null,
    running    boolean     not null,
    started_at timestamptz not null
);
