-- Which version of a product's spec a launch sells, from which position on: an order has the last row at or below its
-- position, so it keeps what was on sale when it was taken. Appended under the line's lock; nothing for a launch that
-- never named a spec, null once it names none any more.
create table launch.spec (
  number bigint generated always as identity primary key,
  launch int not null references launch.launch,
  from_position bigint not null check (from_position > 0),
  product text,
  version int,
  check ((product is null) = (version is null))
);
create index spec_by_launch on launch.spec (launch, number);
