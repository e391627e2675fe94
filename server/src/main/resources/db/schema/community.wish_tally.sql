-- Published totals. A row says what was added (the wish's journal up to `position`), by which rule, what came out, and
-- the SHA-256 of the file that anybody adds again; then the same for the second total, in which what is noticed weighs.
-- None is ever changed.
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
  evidence int not null check (evidence >= 0),
  evidence_bytes bigint not null check (evidence_bytes > 0),
  evidence_checksum bytea not null check (length(evidence_checksum) = 32),
  weights int not null references community.vote_weights,
  weighted bigint not null check (weighted >= 0),
  unique (wish, position, evidence, weights)
);
create index tally_by_wish on community.tally (wish, number);
