-- By this the engine knows a version; a running instance is migrated to it. Unknown for older deployments.
alter table engine.process_model add column definition_key bigint;
