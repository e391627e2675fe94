-- Whoever unfollows a wish they proposed or support says so by a row, too.
alter table community.wish_follow add column ended_at timestamptz;

-- What happened to a wish that those who care about it get a letter of: appended in the transaction of what happened,
-- once for each occasion. Letters are queued in the order of names: `told_member` is the last who has one, while there
-- are more to come.
create table community.wish_news (
  number bigint generated always as identity primary key,
  wish uuid not null,
  kind text not null check (kind in ('ANSWERED', 'KEPT', 'OVERDUE', 'REOPENED')),
  occasion text not null,
  facts text not null,
  at timestamptz not null,
  told_member text not null default '',
  done boolean not null default false,
  unique (wish, kind, occasion)
);
create index wish_news_to_tell on community.wish_news (number) where not done;
