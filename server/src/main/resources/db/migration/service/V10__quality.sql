-- Units that were found faulty; none is ever changed, save that of a ticket the last diagnosis counts. Whoever found
-- one knows it by a reference of their own, so that the same told twice is one. Configuration and day of building never
-- change and are kept where faults are counted.
create table service.fault (
  number bigint generated always as identity primary key,
  launch text not null,
  reference text not null,
  source text not null,
  serial text not null,
  configuration text not null,
  built_on date not null,
  component text not null,
  symptom text not null,
  found_at timestamptz not null,
  told_at timestamptz not null,
  actor text not null,
  unique (launch, reference)
);
create index fault_of_component on service.fault (launch, component, number);

-- When the faults of a launch were looked at last: what a look may spend is measured from it, and its row is the lock
-- under which one instance looks.
create table service.watch (
  launch text primary key,
  looked_at timestamptz not null
);

-- How far the findings of tickets were followed; its one row is the lock under which one instance follows.
create table service.fault_feed (
  one boolean primary key default true check (one),
  followed bigint not null
);

-- Something that is looked into. What it says is its last step; the column says so for those who look for it.
create table service.incident (
  number int generated always as identity primary key,
  launch text not null,
  source text not null,
  component text not null,
  symptom text not null,
  severity text not null,
  words text not null,
  state text not null,
  -- What raised it, when it raised itself: the units it is about, and the figures as they were then.
  counted_by text,
  counted text,
  faults int,
  expected double precision,
  chance double precision,
  allowed double precision,
  check ((counted_by is null) = (source <> 'RATE'))
);
create index incident_of_launch on service.incident (launch, number);
-- The same units raise one incident at a time.
create unique index incident_counted on service.incident (launch, component, counted_by, counted)
  where state <> 'CLOSED';

-- The lots and the units an incident is about.
create table service.incident_subject (
  incident int not null references service.incident,
  kind text not null check (kind in ('LOT', 'UNIT')),
  name text not null,
  primary key (incident, kind, name)
);

-- What was done about an incident, and why; none is ever changed.
create table service.incident_step (
  incident int not null references service.incident,
  number bigint generated always as identity,
  act text not null,
  at timestamptz not null,
  actor text not null,
  words text not null,
  primary key (incident, number)
);

-- What was stopped in delivery, and what was told to those whose it is. Component and quantity: what was taken from the
-- supply for it.
create table service.stop (
  quarantine int primary key,
  incident int references service.incident,
  launch text not null,
  lot text,
  words_en text not null,
  words_zh text not null,
  component text,
  quantity bigint
);
create index stop_of_incident on service.stop (incident);

-- What is to be built in another way from now on; `version`: of the spec that says so.
create table service.bulletin (
  number int generated always as identity primary key,
  incident int not null references service.incident,
  product text not null,
  attribute_en text not null,
  attribute_zh text not null,
  from_en text not null,
  from_zh text not null,
  to_en text not null,
  to_zh text not null,
  reason text not null,
  at timestamptz not null,
  actor text not null,
  version int
);
create index bulletin_of_incident on service.bulletin (incident);
