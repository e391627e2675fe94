create table supply.odds (
  launch int not null,
  run int not null,
  configuration text not null,
  quantile int not null check (quantile in (50, 90)),
  seed bigint not null,
  scenarios int not null,
  block int not null,
  weeks date[] not null,
  curve date[] not null,
  primary key (launch, run, configuration, quantile),
  foreign key (launch, run) references supply.plan_run
);
