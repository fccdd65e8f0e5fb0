-- What a run left for later, by which settings, and in which season.
alter table identification.run
  add column waiting int not null default 0,
  add column paused int not null default 0,
  add column settings_version int not null default 0,
  add column summer boolean not null default false;
