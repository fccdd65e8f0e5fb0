-- How late the callbacks of a text are; and whether the first of them is overtaken by the next.
alter table simulator.message add column delay_millis bigint not null default 0;
alter table simulator.message add column reorders boolean not null default false;
