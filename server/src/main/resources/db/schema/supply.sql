-- Every supply a launch ever had; the newest version is in force.
create table supply.version (
  launch int not null,
  version int not null,
  at timestamptz not null,
  actor text not null,
  primary key (launch, version)
);

create table supply.receipt (
  launch int not null,
  version int not null,
  offer text not null,
  week date not null,
  quantity bigint not null check (quantity >= 0),
  -- Those of them that are stopped: built, and handed to nobody for now.
  withheld bigint not null default 0,
  constraint receipt_withheld_check check (withheld between 0 and quantity),
  primary key (launch, version, offer, week),
  foreign key (launch, version) references supply.version
);

-- The last event of a launch's supply. Its row is locked by whoever tells the next one, so events have no gaps.
create table supply.book (
  launch int primary key,
  event bigint not null check (event >= 0)
);

-- Everything told about supply, in the order it was written down. It only grows, so that what was known at any event
-- can be put together again. `effective` is false where a later word on the same subject was already there.
create table supply.event (
  launch int not null,
  number bigint not null check (number > 0),
  at timestamptz not null,
  actor text not null,
  source text not null,
  source_id text,
  occurred_at timestamptz not null,
  occurred_on date not null,
  sequence bigint not null,
  kind text not null check (kind in ('file', 'curve', 'commitment', 'count', 'quarantine', 'built')),
  subject text not null,
  effective boolean not null,
  version int,
  component text,
  supplier text,
  lot text,
  quantity bigint check (quantity >= 0),
  quarantined bigint check (quarantined >= 0),
  week date,
  status text check (status in ('forecast', 'committed', 'shipped', 'received')),
  primary key (launch, number)
);
create unique index event_by_source on supply.event (launch, source, source_id) where source_id is not null;
create index event_by_subject on supply.event (launch, kind, subject, number) where effective;

-- Every version of every file of master data, whole; the newest of its kind is in force.
create table supply.file (
  launch int not null,
  kind text not null,
  version int not null check (version > 0),
  event bigint not null,
  at timestamptz not null,
  actor text not null,
  source text not null,
  rows int not null,
  content text not null,
  primary key (launch, kind, version),
  foreign key (launch, event) references supply.event
);

-- What an event changed, to less (-1), to more (1) or not told apart (0): by this a moved promise finds the event
-- behind it.
create table supply.touch (
  launch int not null,
  kind text not null check (kind in ('component', 'resource', 'configuration')),
  name text not null,
  event bigint not null,
  effect smallint not null default 0 check (effect between -1 and 1),
  primary key (launch, kind, name, event),
  foreign key (launch, event) references supply.event
);

create function supply.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'What was told about supply only grows: % on % is refused.', tg_op, tg_table_name;
end $$;

create trigger event_only_grows before update or delete or truncate on supply.event
  for each statement execute function supply.refuse_rewriting();

create trigger file_only_grows before update or delete or truncate on supply.file
  for each statement execute function supply.refuse_rewriting();

-- Each computation of a plan. Its inputs are kept by name (the supply event and the horizon make the plant), so that it
-- can be computed again byte for byte; `report` is what the planner is shown.
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
  -- When the server that computes it was last heard of: a run of which nothing is heard any more has failed.
  alive_at timestamptz,
  primary key (launch, run)
);

-- The line a run was computed from, packed: about two bytes an order, never a row.
create table supply.plan_line (
  launch int not null,
  run int not null,
  packed bytea not null,
  primary key (launch, run),
  foreign key (launch, run) references supply.plan_run
);

-- What a run builds: for each configuration a cumulative curve, and no row for an order.
create table supply.plan_curve (
  launch int not null,
  run int not null,
  configuration text not null,
  week date not null,
  builds bigint not null,
  primary key (launch, run, configuration, week),
  foreign key (launch, run) references supply.plan_run
);

-- How sure a run's weeks are: for each week that it promises (`weeks`, of delivery and before transit) the week by
-- which that share of units is there (`curve`; null: beyond the horizon). The run, the seed and the counts give it
-- again.
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

-- What a run's windows with odds would have held in the past; without cases while there is no past. The row is written
-- after the odds, so where it stands they are there.
create table supply.odds_coverage (
  launch int not null,
  run int not null,
  cases bigint not null,
  share double precision,
  weeks double precision,
  primary key (launch, run),
  foreign key (launch, run) references supply.plan_run on delete cascade
);
