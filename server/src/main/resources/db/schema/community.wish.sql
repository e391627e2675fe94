-- How much one member may have going at a time: figures of the operator, hence data. One row.
create table community.wish_rule (
  one boolean primary key default true check (one),
  live_votes int not null check (live_votes between 1 and 1000),
  open_wishes int not null check (open_wishes between 1 and 1000)
);

-- What a wish can be about, and within how many days each is to have its official answer.
create table community.wish_class (
  name text primary key,
  name_en text not null,
  name_zh text not null,
  answer_days int not null check (answer_days between 1 and 365)
);

-- Counts up with every change of what a list or a search shows of a wish. Taken under an advisory lock, so that it
-- grows in the order of commits: whoever has followed it to a number has missed nothing below.
create sequence community.wish_revision;

-- What somebody proposed, and how it stands now; how it came there is in wish_step. The number is for people and
-- pages. The digest keeps the same member from saying the same thing twice. `votes` is how many rows its journal has,
-- `tallied` up to which of them a total was published last, `examined` up to which they were looked at; `evidence` is
-- how many rows of evidence about them there are.
create table community.wish (
  id uuid primary key,
  number bigint generated always as identity unique,
  revision bigint not null unique,
  class text not null references community.wish_class,
  language text not null check (language in ('en', 'zh')),
  title text not null,
  text text not null,
  member text not null,
  digest bytea not null,
  at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('OPEN', 'ANSWERED', 'MERGED', 'REOPENED', 'WITHDRAWN')),
  decision text,
  decided_at timestamptz,
  merged_into uuid references community.wish,
  supporters int not null default 0 check (supporters >= 0),
  comments int not null default 0 check (comments >= 0),
  votes int not null default 0 check (votes >= 0),
  tallied int not null default 0 check (tallied >= 0),
  tallied_at timestamptz,
  examined int not null default 0 check (examined >= 0),
  evidence int not null default 0 check (evidence >= 0),
  tallied_evidence int not null default 0 check (tallied_evidence >= 0),
  unique (member, digest),
  check ((state = 'MERGED') = (merged_into is not null))
);
create index wish_by_support on community.wish (supporters, number);
create index wish_to_tally on community.wish (id) where votes > tallied or evidence > tallied_evidence;
create index wish_to_examine on community.wish (id) where votes > examined;
create index wish_with_evidence on community.wish (evidence, number) where evidence > 0;
create index wish_by_due on community.wish (due_at, number) where state in ('OPEN', 'REOPENED');
create index wish_by_decision on community.wish (decided_at, number) where state = 'ANSWERED';

-- Every change of a wish's state, appended: what it became, why and by whom.
create table community.wish_step (
  number bigint generated always as identity primary key,
  wish uuid not null references community.wish,
  state text not null,
  cause text not null,
  actor text not null,
  at timestamptz not null
);
create index wish_step_by_wish on community.wish_step (wish, number);
create index wish_step_by_actor on community.wish_step (actor);
create index wish_step_by_owners on community.wish_step (wish, number) where cause = 'owners_not_content';

-- The journal of votes: one row for a vote, one for its withdrawal. The triggers refuse everything but an insert, and
-- that the name of an erased member is taken out. Within a wish the rows are numbered from 1 without a gap, under the
-- lock of the wish's row, so a part of the journal never changes once it was seen. A voter is known by the number of
-- their first row. `merge` names what moved a vote, where its member agreed to that.
create table community.wish_vote (
  number bigint generated always as identity primary key,
  wish uuid not null references community.wish,
  member text not null,
  change int not null check (change in (-1, 1)),
  at timestamptz not null,
  position int not null check (position >= 1),
  voter int not null check (voter >= 1),
  merge bigint,
  unique (wish, position)
);
create index wish_vote_by_voter on community.wish_vote (wish, voter, position);
create index wish_vote_by_member on community.wish_vote (member);

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

-- Who supports what as of now: what the journal adds up to. A vote is live, and counts against its member's budget,
-- until the wish is decided.
create table community.wish_support (
  wish uuid not null references community.wish,
  member text not null,
  live boolean not null,
  at timestamptz not null,
  primary key (wish, member)
);
create index wish_support_by_member on community.wish_support (member);

-- What each member has going. The row is where a budget is guarded, so there is one for whoever ever spent any of it.
create table community.wish_budget (
  member text primary key,
  live_votes int not null check (live_votes >= 0),
  open_wishes int not null check (open_wishes >= 0)
);

-- What is said about a wish. A removed comment leaves its number and no word.
create table community.wish_comment (
  wish uuid not null references community.wish,
  number int not null,
  member text not null,
  text text not null,
  at timestamptz not null,
  removed_at timestamptz,
  primary key (wish, number)
);
create index wish_comment_by_member on community.wish_comment (member);

-- Who wants to hear of a wish, besides its author and its supporters; and who of all these wants to no more.
create table community.wish_follow (
  wish uuid not null references community.wish,
  member text not null,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (wish, member)
);
create index wish_follow_by_member on community.wish_follow (member);
