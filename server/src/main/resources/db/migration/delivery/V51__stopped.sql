-- How many units of a kind were stopped and not handed over when units were given last; `told`: how many of them supply
-- was told of.
create table delivery.stopped (
  launch int not null,
  configuration text not null,
  units bigint not null,
  told bigint not null default 0,
  primary key (launch, configuration)
);
