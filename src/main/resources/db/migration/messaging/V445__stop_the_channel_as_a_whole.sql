-- While the provider refuses our account nothing leaves but one text now and then, to find out whether it still does.
create table messaging.channel_stop (
  sender text primary key,
  -- Until then nothing is tried.
  until timestamptz not null
);
