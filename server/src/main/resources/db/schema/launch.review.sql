-- What was seen of an order as it came, as keyed hashes and in screened launches alone: its device, its network,
-- what it was paid with, and where it is to be delivered. Written a moment later and in bulk; kept for 90 days.
create table launch.signal (
  order_id uuid primary key,
  launch int not null,
  device bytea,
  network bytea,
  instrument bytea,
  at timestamptz not null,
  address bytea
);
create index signal_by_device on launch.signal (launch, device) where device is not null;
create index signal_by_network on launch.signal (launch, network) where network is not null;
create index signal_by_instrument on launch.signal (launch, instrument) where instrument is not null;
create index signal_by_address on launch.signal (launch, address) where address is not null;
create index signal_by_age on launch.signal (at);

-- How far along the payments of a launch orders were looked at.
create table launch.screening_cursor (
  launch int primary key references launch.launch,
  payment bigint not null
) with (fillfactor = 30);

-- Each step in the review of an order: a row for each, and none is ever changed, but that an erased member's own words
-- are taken out. Written under the line's lock. `said` of an opening is the evidence.
create table launch.review_step (
  order_id uuid not null,
  number bigint generated always as identity,
  launch int not null,
  act text not null check (act in ('OPENED', 'KEPT', 'RELEASED', 'APPEALED', 'ANSWERED')),
  at timestamptz not null,
  actor text not null,
  points int not null,
  said text not null check (length(said) <= 2000),
  primary key (order_id, number)
);
create index review_step_by_launch on launch.review_step (launch, number);
