-- Published totals. A row says what was added (the wish's journal up to `position`), by which rule, what came out, and
-- the SHA-256 of the file that anybody adds again. None is ever changed.
create table community.tally (
  number bigint generated always as identity primary key,
  wish uuid not null references community.wish,
  cause text not null check (cause in ('ASKED', 'DECIDED', 'DAILY', 'MERGE')),
  rule text not null,
  position int not null check (position >= 0),
  cut_at timestamptz not null,
  votes int not null check (votes >= 0),
  withdrawals int not null check (withdrawals >= 0),
  bytes bigint not null check (bytes > 0),
  checksum bytea not null check (length(checksum) = 32),
  published_at timestamptz not null,
  unique (wish, position)
);
create index tally_by_wish on community.tally (wish, number);
