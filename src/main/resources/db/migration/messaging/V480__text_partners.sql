-- Partner agencies get texts too: the resource of the directory that a text is for, or from.
alter table messaging.intent add column partner uuid;
alter table messaging.intent drop constraint intent_check;
alter table messaging.intent add constraint one_recipient check (num_nonnulls(family, staff, partner) = 1);
alter table messaging.question add column partner uuid;
alter table messaging.question drop constraint question_check;
alter table messaging.question add constraint one_recipient check (num_nonnulls(family, staff, partner) = 1);
alter table messaging.inbound add column partner uuid;
alter table messaging.correspondent add column partner uuid;
alter table messaging.handled_inbound add column partner uuid;
