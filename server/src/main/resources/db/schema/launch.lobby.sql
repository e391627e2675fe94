-- The key that ids of tickets are made with, and tickets and passes are signed with. Whoever reads it can let
-- themselves in, and tell which member has which ticket.
create table launch.lobby_key (
  number int primary key,
  secret bytea not null
);

-- One row for each waiting room: how many entered, and all of the draw that is published. The seed is published with
-- the figure and not before. Pages up to `folded` are full; `loose` ones stand behind.
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

-- Who entered, in order of arrival: hashes of tickets, 16 bytes each. `last` is the number of the last in the page.
create table launch.lobby_page (
  launch int not null,
  last int not null,
  hashes bytea not null,
  primary key (launch, last)
);

-- How far a launch has come in letting people in. `serving` only grows.
create table launch.admission (
  launch int primary key references launch.launch,
  serving bigint not null default 0,
  pace double precision not null default 0,
  carried double precision not null default 0,
  at timestamptz not null default now()
);

-- The same second by second, for a day, where something moved: who was called within the time of a pass, and how many
-- of them ordered.
create table launch.admission_second (
  launch int not null,
  at timestamptz not null,
  serving bigint not null,
  positions bigint not null,
  primary key (launch, at)
);

-- Who is beyond the supply of a launch that refuses more, and wants to be told when a unit is free. They are called by
-- place as everybody is, but reached by letter, and a unit is kept for them until `kept_until`. Whoever let a turn pass
-- stands behind (`again`). `position` is how far the line was when they were called: an order of theirs beyond it is
-- what they were called for.
create table launch.waiting_list (
  launch int not null references launch.launch,
  member text not null,
  place bigint not null,
  again boolean not null default false,
  joined_at timestamptz not null default now(),
  called_at timestamptz,
  kept_until timestamptz,
  position bigint,
  primary key (launch, member)
);
create index waiting_list_next on launch.waiting_list (launch, again, place) where called_at is null;
create index waiting_list_kept on launch.waiting_list (launch, kept_until) where called_at is not null;
