-- The step that asked: a repeat of it asks nobody twice, the next visit's asks anew.
alter table visits.pair add column asked_round bigint;
