-- What a supply has to know of an offer's orders beside their number: builds by week, in the supply's own words.
alter table launch.tally add column builds text not null default '';

-- A promise that a plan run gave names the run, and counts only once the run is published.
alter table launch.promise
  add column launch int,
  add column plan_run int,
  add column binding text,
  add column event bigint,
  add check ((launch is null) = (plan_run is null));
create index promise_by_run on launch.promise (launch, plan_run, number) where plan_run is not null;

-- Each published plan run of a launch, in the order of its sequences. `entries`: who entered later is not the run's.
create table launch.publication (
  launch int not null references launch.launch,
  run int not null,
  sequence bigint not null,
  at timestamptz not null,
  entries bigint not null,
  primary key (launch, run),
  unique (launch, sequence)
);

-- A plan run whose promises are being written down, from the first of them to its publication or its end.
create table launch.staging (
  launch int not null references launch.launch,
  run int not null,
  attempt uuid not null,
  sequence bigint not null,
  touched_at timestamptz not null,
  state text not null check (state in ('staging', 'staged', 'publishing', 'given_up')),
  earlier bigint not null default 0,
  later bigint not null default 0,
  lost bigint not null default 0,
  reached bigint not null default 0,
  primary key (launch, run)
);
