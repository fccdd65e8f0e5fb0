-- Tasks that belong to a further group, beside those that the engine knows.
create table engine.task_share (
  task_key bigint not null,
  group_name text not null,
  primary key (task_key, group_name)
);

create or replace view engine.open_task as
select t.key, r.subject, t.element_id, f.form_id,
       engine.groups_now(r.subject, t.groups
         || array(select s.group_name from engine.task_share s where s.task_key = t.key)) as groups,
       t.due, t.created_at, t.form_key, t.process_instance_key
from engine.user_task t
join engine.process_instance i on i.key = t.process_instance_key
join engine.process_root r on r.root_key = i.root_key
join engine.form f on f.form_key = t.form_key
where t.state = 'CREATED'
  and not exists (
    select 1 from engine.command c
    where c.engine_key = t.key and c.kind = 'COMPLETE' and c.state <> 'REFUSED');
