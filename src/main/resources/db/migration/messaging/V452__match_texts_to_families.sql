-- Where a text belongs, who decided so where several families share a phone, and whether a case took it.
alter table messaging.inbound add column district uuid;
alter table messaging.inbound add column guardian uuid;
alter table messaging.inbound add column taken boolean not null default false;
alter table messaging.inbound add column matched_by uuid;
alter table messaging.inbound add column matched_at timestamptz;
-- Kinds of the pictures and sounds that came along; the things themselves stay with the provider.
alter table messaging.inbound add column media_types text;
update messaging.inbound n set district = c.district from messaging.correspondent c where c.phone = n.phone;
update messaging.inbound set taken = true where understood_at is not null and meaning <> 'UNCLEAR';
create index inbound_unmatched on messaging.inbound (received_at) where meaning = 'UNMATCHED';
create index inbound_open on messaging.inbound (district, received_at) where not taken;
create index question_phone on messaging.question (phone, opened_at);
alter table messaging.settlement drop constraint settlement_kind_check;
alter table messaging.settlement add check (kind in ('UNKNOWN', 'UNCLEAR', 'MAYBE_STOP'));
