-- A proposal that one wish, the target, stands for another, the source. Each supporter of the source is asked; the vote
-- of who agrees moves, all others stay. `source_state` is what the source was before nobody was left and it became
-- MERGED. Letters are written along the source's journal, up to `told_position` so far.
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

-- What a supporter said, once each, and may change while they are asked. `way` is how the vote of one who agreed went
-- over: it moved, or they supported both and one came back; null: they stay. `restored`: an undo gave it back, or
-- could not.
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
