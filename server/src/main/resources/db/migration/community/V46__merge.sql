-- Proposals that one wish stands for another, and what the supporters of the first said to it.
create table community.merge (
  number bigint generated always as identity primary key,
  source uuid not null references community.wish,
  target uuid not null references community.wish,
  state text not null check (state in ('ASKING', 'CLOSED', 'UNDOING', 'UNDONE')),
  reason text not null,
  proposed_at timestamptz not null,
  answer_before timestamptz not null,
  moved int not null default 0 check (moved >= 0),
  declined int not null default 0 check (declined >= 0),
  restored int not null default 0 check (restored >= 0),
  told_position int not null default 0,
  told boolean not null default false,
  closed_at timestamptz,
  source_state text,
  undone_at timestamptz,
  undo_reason text,
  check (source <> target)
);
create unique index merge_asking on community.merge (source) where state = 'ASKING';
create index merge_under_way on community.merge (number) where state in ('ASKING', 'UNDOING');
create index merge_by_source on community.merge (source);
create index merge_by_target on community.merge (target);

alter table community.wish_vote add foreign key (merge) references community.merge;

create table community.merge_answer (
  number bigint generated always as identity unique,
  merge bigint not null references community.merge,
  member text not null,
  way text check (way in ('MOVED', 'JOINED')),
  at timestamptz not null,
  restored boolean,
  primary key (merge, member)
);
create index merge_answer_by_member on community.merge_answer (member);
create index merge_answer_to_restore on community.merge_answer (merge, number)
  where way is not null and restored is null;
