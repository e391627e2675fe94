create table launch.news_cursor (
  launch int not null references launch.launch,
  stream text not null,
  sequence bigint not null,
  number bigint not null,
  primary key (launch, stream)
) with (fillfactor = 30);

-- Few promises are neither the first of an order nor of a plan run, so it costs the way of an order nothing.
create index promise_by_number on launch.promise (number) where plan_run is null;

create table launch.news (
  number bigint generated always as identity primary key,
  kind text not null,
  facts text not null,
  at timestamptz not null
);

create table launch.webhook (
  name text primary key,
  url text not null,
  secret text not null,
  kinds text[] not null,
  created_at timestamptz not null,
  position bigint not null,
  until bigint,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  delivered_at timestamptz,
  last_fault text
);

-- What moved before there were letters is no news any more.
insert into launch.news_cursor (launch, stream, sequence, number)
select l.launch, 'supply', l.sequence, (select coalesce(max(p.number), 0) from launch.promise p) from launch.line l;
