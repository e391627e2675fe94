create table supply.plan_run (
  launch int not null,
  run int not null check (run > 0),
  state text not null check (state in ('running', 'preview', 'published', 'superseded', 'failed')),
  wish jsonb not null,
  republishes int,
  base int not null,
  requested_by text not null,
  requested_at timestamptz not null,
  start date,
  weeks int,
  offers text[],
  supply_event bigint,
  plant_hash text,
  input_hash text,
  result_hash text,
  agreeing int[],
  line_sequence bigint,
  positions bigint,
  orders bigint,
  moved bigint,
  waiting_weeks bigint,
  lateness_weeks bigint,
  bound double precision,
  gap double precision,
  envy bigint,
  overtakes bigint,
  frozen_violations bigint,
  promises_broken bigint,
  report jsonb,
  seconds double precision,
  fault text,
  published_by text,
  published_at timestamptz,
  primary key (launch, run)
);

create table supply.plan_line (
  launch int not null,
  run int not null,
  packed bytea not null,
  primary key (launch, run),
  foreign key (launch, run) references supply.plan_run
);

create table supply.plan_curve (
  launch int not null,
  run int not null,
  configuration text not null,
  week date not null,
  builds bigint not null,
  primary key (launch, run, configuration, week),
  foreign key (launch, run) references supply.plan_run
);
