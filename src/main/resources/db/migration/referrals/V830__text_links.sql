-- A link also goes by text: to a partner without an e-mail address, or that would rather have texts.
alter table referrals.resource add column prefers_texts boolean not null default false;
-- The address is an e-mail address or a phone (E.164).
alter table referrals.partner_link add column channel text not null default 'EMAIL' check (channel in ('EMAIL', 'TEXT'));
-- The text that brings it.
alter table referrals.partner_link add column message_id uuid unique;
