create table launch.settlement (
  order_id uuid not null,
  compensation bigint not null,
  number bigint generated always as identity,
  launch int not null,
  way text not null check (way in ('PAID', 'SET_OFF')),
  amount bigint not null check (amount > 0),
  currency text not null,
  reference text not null,
  note text not null,
  operator text not null,
  at timestamptz not null,
  primary key (order_id, compensation)
);
create index settlement_by_launch on launch.settlement (launch, number);
