-- Stories of owners: told, granted with written rights, moderated with a log, and taken back.

-- What the brand asks to be allowed to do with stories: each version whole and for ever.
create table community.story_terms (
  version int generated always as identity primary key,
  uses_en text not null,
  uses_zh text not null,
  places_en text not null,
  places_zh text not null,
  text_en text not null,
  text_zh text not null,
  months int not null check (months > 0),
  operator text not null,
  at timestamptz not null
);

-- What an owner tells of what was handed over to them, and whether it is shown. `role` is the one that decided last.
create table community.story (
  number bigint generated always as identity primary key,
  order_id uuid not null,
  launch text not null,
  member text not null,
  language text not null check (language in ('en', 'zh')),
  title text not null,
  text text not null,
  at timestamptz not null,
  state text not null check (state in ('WAITING', 'SHOWN', 'HIDDEN')),
  role text references community.answer_role,
  appeal text,
  appeal_open boolean not null default false
);
create index story_by_member on community.story (member);
create index story_by_state on community.story (state, number);

-- Rights as they were granted: the exact version, from when to when, when they were taken back, and whether their owner
-- was told that they are over.
create table community.story_grant (
  story bigint not null references community.story,
  number int not null check (number > 0),
  terms int not null references community.story_terms,
  at timestamptz not null,
  until timestamptz not null,
  withdrawn_at timestamptz,
  end_told boolean not null default false,
  primary key (story, number)
);
create index story_grant_to_tell on community.story_grant (until) where not end_told and withdrawn_at is null;

-- What was done about a story, by which role and why, for its author to read; only added to.
create table community.story_step (
  story bigint not null references community.story,
  number int not null check (number > 0),
  act text not null check (act in ('SENT', 'SHOWN', 'HIDDEN', 'APPEALED', 'GRANTED', 'WITHDRAWN')),
  role_en text,
  role_zh text,
  reason_en text not null,
  reason_zh text not null,
  operator text not null,
  at timestamptz not null,
  primary key (story, number)
);

-- Where the brand uses a story beside these pages. What is under way without a right has to end.
create table community.story_use (
  story bigint not null references community.story,
  number int not null check (number > 0),
  place text not null,
  operator text not null,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (story, number)
);
create index story_use_under_way on community.story_use (story) where ended_at is null;

create trigger story_terms_only_grows before update or delete or truncate on community.story_terms
  for each statement execute function community.history_only_grows();
create trigger story_step_only_grows before delete or truncate on community.story_step
  for each statement execute function community.history_only_grows();
create trigger story_step_only_loses_a_name before update on community.story_step
  for each row execute function community.step_only_loses_a_name();
