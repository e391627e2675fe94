create table launch.lobby_key (
  number int primary key,
  secret bytea not null
);

create table launch.lobby (
  launch int primary key references launch.launch,
  seed text not null,
  tickets int not null default 0,
  folded int not null default 0,
  loose int not null default 0,
  frozen_tickets int,
  frozen_at timestamptz,
  figure_named text,
  figure_at timestamptz,
  root text,
  figure text,
  drawn_at timestamptz
);

create table launch.lobby_page (
  launch int not null,
  last int not null,
  hashes bytea not null,
  primary key (launch, last)
);

create table launch.admission (
  launch int primary key references launch.launch,
  serving bigint not null default 0,
  pace double precision not null default 0,
  carried double precision not null default 0,
  at timestamptz not null default now()
);

create table launch.admission_second (
  launch int not null,
  at timestamptz not null,
  serving bigint not null,
  positions bigint not null,
  primary key (launch, at)
);
