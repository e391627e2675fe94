create table launch.campaign (
  launch int primary key references launch.launch,
  ends_at timestamptz not null,
  sum bigint not null default 0,
  pledges bigint not null default 0,
  backers bigint not null default 0,
  add_ons text not null default '',
  verdict text,
  decided_at timestamptz,
  decided_sum bigint,
  decided_pledges bigint,
  decided_backers bigint,
  decided_stretch int,
  settled_position bigint not null default 0,
  settled_at timestamptz,
  check ((verdict is null) = (decided_at is null))
) with (fillfactor = 30);

create table launch.pledge (
  order_id uuid primary key,
  launch int not null references launch.launch,
  position bigint not null,
  add_ons text not null,
  late boolean not null,
  money text not null,
  counted boolean not null,
  settled boolean not null,
  fee bigint not null,
  share bigint not null,
  provider text,
  payment text,
  mend_by timestamptz,
  unique (launch, position)
) with (fillfactor = 60);
create index pledge_to_mend on launch.pledge (launch, mend_by) where money = 'MENDING';

create table launch.authorisation (
  provider text not null,
  payment text not null,
  launch int not null,
  order_id uuid not null,
  amount bigint not null,
  currency text not null,
  at timestamptz not null,
  act text,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  last_fault text,
  over_at timestamptz,
  primary key (payment, provider)
);
create index authorisation_by_order on launch.authorisation (order_id);
create index authorisation_due on launch.authorisation (next_attempt_at) where act is not null;

create table launch.pledge_news (
  number bigint generated always as identity primary key,
  launch int not null,
  order_id uuid not null,
  kind text not null,
  at timestamptz not null
);
create index pledge_news_by_launch on launch.pledge_news (launch, number);
