-- The one lock of delivery: whoever changes a launch's units or gives them away locks its row first. `due`: something
-- happened since units were given last, at `given_at`.
create table delivery.turn (
  launch int primary key,
  due boolean not null,
  given_at timestamptz not null default 'epoch'
) with (fillfactor = 30);

-- What was built. Where it stands is the last row of its history; the columns say so for those who look for it.
create table delivery.unit (
  number bigint generated always as identity primary key,
  launch int not null,
  serial text not null unique,
  -- The offer of the launch that it is one of.
  configuration text not null,
  -- In which it is, or to which it is under way; null: it may still go anywhere.
  region text,
  state text not null,
  at timestamptz not null,
  built_at timestamptz not null
) with (fillfactor = 70);
create index unit_of_launch on delivery.unit (launch, number);
-- Those that wait for their owners: few beside those on their way and those handed over.
create index unit_here on delivery.unit (number) where state in ('ARRIVED', 'READY');

-- Each state a unit came into; none is ever changed.
create table delivery.unit_step (
  unit bigint not null references delivery.unit,
  number bigint generated always as identity,
  state text not null,
  at timestamptz not null,
  told_at timestamptz not null,
  place text,
  cause text not null,
  actor text not null,
  primary key (unit, number)
);

-- Whose a unit is. Both keys together: a unit is given to one order, and an order has one unit. Whoever its member is,
-- the launch knows.
create table delivery.holding (
  unit bigint primary key references delivery.unit,
  order_id uuid not null unique,
  launch int not null,
  -- To which the order is to be delivered.
  region text,
  -- How far the order's own state has followed the unit's; `due`: it may be behind.
  told text not null,
  due boolean not null
) with (fillfactor = 70);
create index holding_due on delivery.holding (launch, unit) where due;

-- Orders whose unit was taken from them, and that are yet to be put back in line.
create table delivery.returning_order (
  order_id uuid primary key,
  launch int not null,
  cause text not null
);

-- A row for each launch: whoever tells its orders how far their units are holds it, and nothing else.
create table delivery.telling (
  launch int primary key
);

-- How each kind of unit stood after units were given last: what explains an order's wait. Written anew each time.
create table delivery.standing (
  launch int not null,
  configuration text not null,
  region text not null,
  at timestamptz not null,
  held bigint not null,
  waiting bigint not null,
  postponed bigint not null,
  free bigint not null,
  -- The highest entry number that has a unit, and the lowest that waits for one; 0: none.
  last_held bigint not null,
  first_waiting bigint not null,
  primary key (launch, configuration, region)
);

-- Each time a unit was given to an order or taken back, and why; none is ever changed.
create table delivery.giving (
  order_id uuid not null,
  number bigint generated always as identity,
  unit bigint not null references delivery.unit,
  given boolean not null,
  at timestamptz not null,
  cause text not null,
  actor text not null,
  primary key (order_id, number)
);
create index giving_of_unit on delivery.giving (unit);

-- Fans who want theirs later: the last row of an order counts.
create table delivery.postponement (
  order_id uuid not null,
  number bigint generated always as identity,
  launch int not null,
  until date not null,
  at timestamptz not null,
  actor text not null,
  primary key (order_id, number)
);
create index postponement_of_launch on delivery.postponement (launch);

-- What units are made of. A lot may go into other lots before it goes into units.
create table delivery.lot (
  number int generated always as identity primary key,
  name text not null unique
);

create table delivery.lot_part (
  lot int not null references delivery.lot,
  made int not null references delivery.lot,
  primary key (lot, made),
  check (lot <> made)
);
create index lot_part_of_made on delivery.lot_part (made, lot);

-- Ten million rows and more: both keys are read without the table.
create table delivery.lot_unit (
  lot int not null references delivery.lot,
  unit bigint not null references delivery.unit,
  primary key (lot, unit)
);
create index lot_unit_of_unit on delivery.lot_unit (unit, lot);

-- Lots and units that nobody is to be handed. None is deleted: it ends for all its units at once, or unit by unit.
create table delivery.quarantine (
  number int generated always as identity primary key,
  -- Its units, and those that are made of it later; null: the units alone that were named.
  lot text,
  cause text not null,
  at timestamptz not null,
  actor text not null,
  released_at timestamptz
);
create index quarantine_open on delivery.quarantine (number) where released_at is null;

-- What it stopped, with each unit as it stood then: where it was, and whose.
create table delivery.quarantined_unit (
  quarantine int not null references delivery.quarantine,
  unit bigint not null references delivery.unit,
  state text not null,
  order_id uuid,
  at timestamptz not null,
  released_at timestamptz,
  primary key (quarantine, unit)
);
create index quarantined_unit_open on delivery.quarantined_unit (unit) where released_at is null;

-- How many units of a kind were stopped and not handed over when units were given last; `told`: how many of them supply
-- was told of.
create table delivery.stopped (
  launch int not null,
  configuration text not null,
  units bigint not null,
  told bigint not null default 0,
  primary key (launch, configuration)
);
