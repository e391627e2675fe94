-- From when on something is noticed of a vote, and by how many hundredths it weighs less then. Versions are added and
-- none is changed: published totals name theirs.
create table community.vote_weights (
  version int primary key check (version >= 1),
  new_account int not null check (new_account between 0 and 100),
  new_account_hours int not null check (new_account_hours between 1 and 720),
  device int not null check (device between 0 and 100),
  device_voters int not null check (device_voters between 2 and 1000),
  network int not null check (network between 0 and 100),
  network_voters int not null check (network_voters between 2 and 100000),
  burst int not null check (burst between 0 and 100),
  burst_votes int not null check (burst_votes between 2 and 1000000),
  at timestamptz not null
);
-- What was seen of a vote as it was cast: keyed hashes, another one in each wish, forgotten after 90 days.
create table community.vote_seen (
  wish uuid not null references community.wish,
  position int not null,
  device bytea check (length(device) = 16),
  network bytea check (length(network) = 16),
  at timestamptz not null,
  primary key (wish, position)
);
create index vote_seen_by_device on community.vote_seen (wish, device) where device is not null;
create index vote_seen_by_network on community.vote_seen (wish, network) where network is not null;
create index vote_seen_by_age on community.vote_seen (at);

-- What was noticed of votes (1), and what an appeal lifted (-1): only added to, numbered within a wish from 1 without a
-- gap, under the lock of the wish's row.
create table community.vote_evidence (
  wish uuid not null references community.wish,
  number int not null check (number >= 1),
  position int not null,
  signal text not null check (signal in ('NEW_ACCOUNT', 'DEVICE', 'NETWORK', 'BURST')),
  count int not null,
  change int not null check (change in (-1, 1)),
  at timestamptz not null,
  primary key (wish, number)
);
create unique index vote_evidence_once on community.vote_evidence (wish, position, signal, change);

create function community.evidence_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'The evidence about votes only grows: % on % is refused.', tg_op, tg_table_name;
end $$;

create trigger vote_evidence_only_grows before update or delete or truncate on community.vote_evidence
  for each statement execute function community.evidence_only_grows();

-- Objections of members to what was noticed of a vote of theirs, and what was decided, by whom and why.
create table community.vote_appeal (
  number bigint generated always as identity primary key,
  wish uuid not null references community.wish,
  position int not null,
  member text not null,
  text text not null,
  at timestamptz not null,
  lifted boolean,
  reason text,
  actor text,
  decided_at timestamptz,
  unique (wish, position)
);
create index vote_appeal_open on community.vote_appeal (number) where decided_at is null;
create index vote_appeal_by_member on community.vote_appeal (member);
