-- The settings of a district's program: a row per version, never changed. Fields that a later release adds are
-- missing in older rows and read as their defaults.
create table identification.program (
    district   uuid        not null,
    version    int         not null check (version > 0),
    settings   jsonb       not null,
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (district, version)
);
