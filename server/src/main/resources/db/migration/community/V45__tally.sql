-- The journal of votes as anybody can add it again: within each wish its rows are numbered from 1 without a gap, and
-- each says by whose first row its voter is known. `merge` names what moved a vote, where its member agreed to that.
alter table community.wish add column votes int not null default 0 check (votes >= 0);
alter table community.wish add column tallied int not null default 0 check (tallied >= 0);
alter table community.wish add column tallied_at timestamptz;

alter table community.wish_vote add column position int check (position >= 1);
alter table community.wish_vote add column voter int check (voter >= 1);
alter table community.wish_vote add column merge bigint;

update community.wish_vote v set position = n.position, voter = n.voter
from (
  select p.number, p.position,
    first_value(p.position) over (partition by p.wish, p.member order by p.number) as voter
  from (
    select o.number, o.wish, o.member, row_number() over (partition by o.wish order by o.number)::int as position
    from community.wish_vote o) p) n
where n.number = v.number;

update community.wish w set votes = (select count(*) from community.wish_vote v where v.wish = w.id);

alter table community.wish_vote alter column position set not null;
alter table community.wish_vote alter column voter set not null;
alter table community.wish_vote add unique (wish, position);
drop index community.wish_vote_by_wish;
create index wish_to_tally on community.wish (id) where votes > tallied;

create function community.votes_only_grow() returns trigger language plpgsql as $$
begin
  raise exception 'The journal of votes only grows: % on % is refused.', tg_op, tg_table_name;
end $$;

create trigger wish_vote_only_grows before delete or truncate on community.wish_vote
  for each statement execute function community.votes_only_grow();

create function community.votes_only_lose_a_name() returns trigger language plpgsql as $$
begin
  if new.member like 'erased-%' and row(new.number, new.wish, new.change, new.at, new.position, new.voter, new.merge)
      is not distinct from row(old.number, old.wish, old.change, old.at, old.position, old.voter, old.merge) then
    return new;
  end if;
  raise exception 'The journal of votes only grows: % on % is refused.', tg_op, tg_table_name;
end $$;

create trigger wish_vote_only_loses_a_name before update on community.wish_vote
  for each row execute function community.votes_only_lose_a_name();

-- Published totals. A row says what was added (the wish's journal up to `position`), by which rule, what came out, and
-- the SHA-256 of the file that anybody adds again.
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
