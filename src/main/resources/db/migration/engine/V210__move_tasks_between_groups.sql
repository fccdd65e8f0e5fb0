-- Who owns a subject's tasks now, where that changed while its process runs: the engine keeps the groups of the start.
create table engine.group_move (
  subject uuid not null,
  from_group text not null,
  to_group text not null,
  primary key (subject, from_group)
);

create function engine.groups_now(about uuid, groups text[]) returns text[] language sql stable as $$
  select case when exists (select from engine.group_move m where m.subject = about)
    then array(select distinct coalesce(m.to_group, g.name) from unnest(groups) as g(name)
      left join engine.group_move m on m.subject = about and m.from_group = g.name)
    else groups end
$$;

create or replace view engine.open_task as
select t.key, r.subject, t.element_id, f.form_id, engine.groups_now(r.subject, t.groups) as groups, t.due,
       t.created_at, t.form_key, t.process_instance_key
from engine.user_task t
join engine.process_instance i on i.key = t.process_instance_key
join engine.process_root r on r.root_key = i.root_key
join engine.form f on f.form_key = t.form_key
where t.state = 'CREATED'
  and not exists (
    select 1 from engine.command c
    where c.engine_key = t.key and c.kind = 'COMPLETE' and c.state <> 'REFUSED');
