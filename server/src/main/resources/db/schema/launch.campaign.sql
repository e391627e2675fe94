-- How far a campaign has come: one row for each, written once for each batch that changes it, under the line's lock.
-- The verdict is given once, with the figures it was given on; `settled_position` is how far along the line it has
-- reached the pledges, so that who dies in the middle is followed by somebody who goes on from there.
create table launch.campaign (
  launch int primary key references launch.launch,
  ends_at timestamptz not null,
  sum bigint not null default 0,
  pledges bigint not null default 0,
  backers bigint not null default 0,
  -- Units by add-on that live pledges have, such as `case:12 strap:3`.
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

-- What an order of a campaign is beside its place in line. `provider` and `payment` name the authorisation that counts.
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

-- Every authorisation a bank ever gave, and what its provider is to be asked about it next. No money is held by one, so
-- the ledger has no row of it.
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
create index authorisation_in_trouble on launch.authorisation (launch, next_attempt_at)
  where act is not null and last_fault is not null;

-- What backers are to be told, in the order of the commits of each line.
create table launch.pledge_news (
  number bigint generated always as identity primary key,
  launch int not null,
  order_id uuid not null,
  kind text not null,
  at timestamptz not null
);
create index pledge_news_by_launch on launch.pledge_news (launch, number);

-- What a backer answered, anew as a whole each time until the survey locks; a JSON object of texts by question.
create table launch.survey_answer (
  order_id uuid primary key,
  answers text not null,
  at timestamptz not null
);
