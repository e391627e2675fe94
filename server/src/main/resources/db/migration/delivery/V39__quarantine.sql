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
