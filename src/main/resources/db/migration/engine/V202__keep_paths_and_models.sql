-- The way of each instance: the elements and flows that it has passed. A projection of the record feed.
create table engine.path (
  process_instance_key bigint not null,
  element_id text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null,
  primary key (process_instance_key, element_id)
);

-- Process models as deployed: the pages draw an instance on the model of its version.
create table engine.process_model (
  process_id text not null,
  version integer not null,
  xml text not null,
  deployed_at timestamptz not null,
  primary key (process_id, version)
);
