-- How somebody said it (a code), and which guardian, where they told a person.
alter table messaging.opt_out_log add column how text;
alter table messaging.opt_out_log add column said_by uuid;
