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
