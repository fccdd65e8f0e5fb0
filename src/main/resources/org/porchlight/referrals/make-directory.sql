-- One row per service of :district, of what belongs to it. A service without places of its own (HSDS 1.x has none) is at
-- its organization's.
with t as materialized (select kind, id, fields as f from referrals.hsds_row where district_id = :district),
service as materialized (select id, f from t where kind = 'hsds.services'),
location as materialized (select id, f from t where kind = 'hsds.locations'),
address as (
  select distinct on (location) location, line, area from (
    select f ->> 'location_id' as location, f ->> 'city' as area,
      concat_ws(', ', f ->> 'address_1', f ->> 'address_2', f ->> 'city',
        nullif(concat_ws(' ', f ->> 'state_province', f ->> 'postal_code'), '')) as line
    from t where kind = 'hsds.addresses') a
  where location is not null order by location, line),
site as (
  select s.id as service, a.f ->> 'location_id' as location, a.id as at
  from service s join t a on a.kind = 'hsds.service_at_location' and a.f ->> 'service_id' = s.id
  union all
  select s.id, l.id, null from service s join location l on l.f ->> 'organization_id' = s.f ->> 'organization_id'
  where not exists (select from t a where a.kind = 'hsds.service_at_location' and a.f ->> 'service_id' = s.id)),
owned as (
  select t.kind, t.id, t.f, s.id as service, 1 as nearness from t join service s on t.f ->> 'service_id' = s.id
  union all
  select t.kind, t.id, t.f, site.service, 2 from t join site on t.f ->> 'service_at_location_id' = site.at
  union all
  select t.kind, t.id, t.f, site.service, 3 from t join site on t.f ->> 'location_id' = site.location
  where t.f ->> 'service_id' is null and t.f ->> 'service_at_location_id' is null
  union all
  select t.kind, t.id, t.f, s.id, 4 from t join service s on t.f ->> 'organization_id' = s.f ->> 'organization_id'
  where t.kind = 'hsds.phones' and t.f ->> 'service_id' is null and t.f ->> 'location_id' is null
    and t.f ->> 'service_at_location_id' is null),
nearest as (
  select * from (
    select o.*, rank() over (partition by service, kind order by nearness) as nth from owned o) ranked
  where nth = 1),
place as (
  select site.service, jsonb_agg(distinct jsonb_strip_nulls(jsonb_build_object(
    'name', l.f ->> 'name', 'address', a.line, 'area', a.area, 'type', l.f ->> 'location_type',
    'latitude', (l.f ->> 'latitude')::float, 'longitude', (l.f ->> 'longitude')::float,
    'transport', l.f ->> 'transportation'))) as list,
    string_agg(distinct concat_ws(' ', l.f ->> 'name', a.line), ' ') as words
  from site join location l on l.id = site.location left join address a on a.location = l.id group by site.service),
phone as (
  select service, jsonb_agg(distinct jsonb_strip_nulls(jsonb_build_object(
    'number', f ->> 'number', 'extension', f ->> 'extension', 'type', f ->> 'type', 'note', f ->> 'description'))) as list
  from nearest where kind = 'hsds.phones' group by service),
hours as (
  select service, jsonb_agg(distinct jsonb_strip_nulls(jsonb_build_object(
    'place', l.f ->> 'name', 'freq', n.f ->> 'freq', 'days', n.f ->> 'byday', 'opens', n.f ->> 'opens_at', 'closes', n.f ->> 'closes_at',
    'from', n.f ->> 'valid_from', 'until', n.f ->> 'valid_to', 'note', coalesce(n.f ->> 'description', n.f ->> 'notes')))) as list
  from nearest n left join location l on l.id = n.f ->> 'location_id' where n.kind = 'hsds.schedules' group by service),
language as (
  select service, array_agg(distinct f ->> 'tag') as list
  from owned where kind = 'hsds.languages' and f ->> 'tag' is not null group by service),
area as (
  select service, array_agg(distinct coalesce(f ->> 'name', f ->> 'extent')) as list
  from owned where kind = 'hsds.service_areas' and coalesce(f ->> 'name', f ->> 'extent') is not null group by service),
document as (
  select service, array_agg(distinct f ->> 'document') as list
  from owned where kind = 'hsds.required_documents' group by service),
capacity as (
  select distinct on (service) service, (f ->> 'available')::numeric as available, (f ->> 'updated')::date as updated
  from owned where kind = 'hsds.service_capacity' order by service, f ->> 'updated' desc nulls last),
term as (
  select a.f ->> 'link_id' as service, array_agg(distinct x.f ->> 'name') as list
  from t a join t x on x.kind = 'hsds.taxonomy_terms' and x.id = a.f ->> 'taxonomy_term_id'
  where a.kind = 'hsds.attributes' group by a.f ->> 'link_id')
insert into referrals.resource (district_id, source_id, name, organization, description, url, email, status, fees,
  eligibility, application, interpretation, alert, minimum_age, maximum_age, available, available_on, languages, terms,
  areas, documents, phones, places, hours, assured_on, words)
select :district, s.id, s.f ->> 'name', o.f ->> 'name', s.f ->> 'description', s.f ->> 'url', s.f ->> 'email',
  s.f ->> 'status', coalesce(s.f ->> 'fees_description', s.f ->> 'fees'), s.f ->> 'eligibility_description',
  s.f ->> 'application_process', s.f ->> 'interpretation_services', s.f ->> 'alert',
  (s.f ->> 'minimum_age')::numeric, (s.f ->> 'maximum_age')::numeric, capacity.available, capacity.updated,
  coalesce(language.list, '{}'), coalesce(term.list, '{}'), coalesce(area.list, '{}'), coalesce(document.list, '{}'),
  coalesce(phone.list, '[]'), coalesce(place.list, '[]'), coalesce(hours.list, '[]'), (s.f ->> 'assured_date')::date,
  lower(concat_ws(' ', s.f ->> 'name', s.f ->> 'alternate_name', o.f ->> 'name', array_to_string(term.list, ' '),
    s.f ->> 'description', place.words, array_to_string(area.list, ' ')))
from service s
left join t o on o.kind = 'hsds.organizations' and o.id = s.f ->> 'organization_id'
left join place on place.service = s.id
left join phone on phone.service = s.id
left join hours on hours.service = s.id
left join language on language.service = s.id
left join area on area.service = s.id
left join document on document.service = s.id
left join capacity on capacity.service = s.id
left join term on term.service = s.id
on conflict (district_id, source_id) do update set name = excluded.name, organization = excluded.organization,
  description = excluded.description, url = excluded.url, email = excluded.email, status = excluded.status,
  fees = excluded.fees, eligibility = excluded.eligibility, application = excluded.application,
  interpretation = excluded.interpretation, alert = excluded.alert, minimum_age = excluded.minimum_age,
  maximum_age = excluded.maximum_age, available = excluded.available, available_on = excluded.available_on,
  languages = excluded.languages, terms = excluded.terms, areas = excluded.areas, documents = excluded.documents,
  phones = excluded.phones, places = excluded.places, hours = excluded.hours, assured_on = excluded.assured_on,
  words = excluded.words, removed_at = null
