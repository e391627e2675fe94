-- A launch whose kept promises are counted. Whoever counts holds the row. The secret makes the names of orders in the
-- files: without it nobody gets from one to the other.
create table delivery.kept_line (
  launch int primary key,
  secret bytea not null,
  -- The Monday up to which the launch was looked at last.
  until date
);

-- Each time the figures of a launch were published; none is ever changed.
create table delivery.kept_publication (
  launch int not null references delivery.kept_line,
  number int not null,
  rule text not null,
  -- Everything before this Monday counts, and nothing after it.
  until date not null,
  orders bigint not null,
  bytes bigint not null,
  checksum bytea not null,
  published_at timestamptz not null,
  primary key (launch, number)
);

-- What became of each promise that was due, or whose order ended: a row when a publication first tells of it, and
-- another when a later one has to tell something else. In weeks: whoever knows the day knows the owner.
create table delivery.kept_row (
  launch int not null,
  -- The order by the name that the file gives it.
  name uuid not null,
  publication int not null,
  configuration text not null,
  region text,
  first_week date not null,
  last_week date not null,
  ending text not null,
  ended_week date,
  in_full boolean not null,
  primary key (launch, name, publication),
  check ((ending = 'OPEN') = (ended_week is null))
);

-- The figures of each publication, so that they are read and not counted when somebody asks.
create table delivery.kept_figure (
  launch int not null,
  publication int not null,
  by_what text not null,
  name text not null,
  promise text not null,
  orders bigint not null,
  due bigint not null,
  kept bigint not null,
  delivered bigint not null,
  inside bigint not null,
  withdrawn bigint not null,
  gave_up bigint not null,
  left_early bigint not null,
  handed_over bigint not null,
  -- Weeks from the promised one to that of the hand-over, of the middle order; null: none was handed over.
  median_weeks int,
  primary key (launch, publication, by_what, name, promise),
  foreign key (launch, publication) references delivery.kept_publication (launch, number)
);
