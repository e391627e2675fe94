-- What is noticed of votes, as evidence that has a weight, is published, and can be appealed against. Nothing of it
-- takes a vote away.
alter table community.wish add column examined int not null default 0 check (examined >= 0);
alter table community.wish add column evidence int not null default 0 check (evidence >= 0);
alter table community.wish add column tallied_evidence int not null default 0 check (tallied_evidence >= 0);
drop index community.wish_to_tally;
create index wish_to_tally on community.wish (id) where votes > tallied or evidence > tallied_evidence;
create index wish_to_examine on community.wish (id) where votes > examined;
create index wish_vote_by_voter on community.wish_vote (wish, voter, position);

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
insert into community.vote_weights values (1, 40, 24, 50, 3, 20, 20, 20, 500, now());

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

-- What was tallied before had no evidence: the file of none has its first line alone.
alter table community.tally add column evidence int not null default 0 check (evidence >= 0);
alter table community.tally add column evidence_bytes bigint not null default 39 check (evidence_bytes > 0);
alter table community.tally add column evidence_checksum bytea check (length(evidence_checksum) = 32);
alter table community.tally add column weights int not null default 1 references community.vote_weights;
alter table community.tally add column weighted bigint check (weighted >= 0);
update community.tally set weighted = 100 * (votes - withdrawals),
  evidence_checksum = sha256(convert_to(E'number,position,signal,count,change,at\n', 'UTF8'));
alter table community.tally alter column evidence drop default;
alter table community.tally alter column evidence_bytes drop default;
alter table community.tally alter column evidence_checksum set not null;
alter table community.tally alter column weights drop default;
alter table community.tally alter column weighted set not null;
alter table community.tally drop constraint tally_wish_position_key;
alter table community.tally add unique (wish, position, evidence, weights);
