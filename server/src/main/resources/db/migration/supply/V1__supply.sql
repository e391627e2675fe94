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
  primary key (launch, version, offer, week),
  foreign key (launch, version) references supply.version
);
