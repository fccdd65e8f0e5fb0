-- By this number a phone answers one of several open questions; it is not given again for two weeks.
alter table messaging.question add column number int;
update messaging.question q set number = n.number
from (select id, row_number() over (partition by phone order by opened_at, id) as number from messaging.question) n
where n.id = q.id;
alter table messaging.question alter column number set not null;
-- Whose question it is: first names of those who would come.
alter table messaging.question add column about text;
