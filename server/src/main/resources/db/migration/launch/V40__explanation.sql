create table launch.explanation (
  launch int not null,
  plan_run int not null,
  binding text not null,
  event bigint not null,
  english text not null,
  chinese text not null,
  primary key (launch, plan_run, binding, event)
);
