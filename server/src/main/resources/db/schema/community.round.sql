-- What is asked before a launch, the rounds in which it is answered, and the rules that answers set.

-- Questions that are about the same.
create table community.topic (
  number bigint generated always as identity primary key,
  launch text not null,
  title_en text not null,
  title_zh text not null,
  at timestamptz not null
);
create index topic_by_launch on community.topic (launch, number);

-- What members asked. A question without a topic waits to be put under one.
create table community.question (
  number bigint generated always as identity primary key,
  launch text not null,
  member text not null,
  language text not null check (language in ('en', 'zh')),
  text text not null,
  topic bigint references community.topic,
  at timestamptz not null
);
create index question_by_launch on community.question (launch, number) where topic is null;
create index question_by_topic on community.question (topic);
create index question_by_member on community.question (member, launch);

-- A round of answers, published whole; 1, 2, 3 for each launch.
create table community.round (
  launch text not null,
  number int not null check (number > 0),
  role text not null references community.answer_role,
  role_en text not null,
  role_zh text not null,
  operator text not null,
  at timestamptz not null,
  primary key (launch, number)
);

-- A rule that an answer set: for which of the orders there were, and how far those were told. What is not done is
-- walked along by the clock, in position order.
create table community.launch_rule (
  number bigint generated always as identity primary key,
  launch text not null,
  round int not null,
  kind text not null check (kind in ('LOCK_DATE', 'REFUND', 'QUEUE')),
  text_en text not null,
  text_zh text not null,
  day date,
  offer text,
  from_position bigint not null,
  to_position bigint not null,
  told_position bigint not null default 0,
  touched bigint not null default 0,
  done boolean not null,
  at timestamptz not null,
  foreign key (launch, round) references community.round
);
create index launch_rule_by_launch on community.launch_rule (launch, number);
create index launch_rule_to_tell on community.launch_rule (number) where not done;

-- What a round answers to a topic.
create table community.round_answer (
  launch text not null,
  round int not null,
  topic bigint not null references community.topic,
  text_en text not null,
  text_zh text not null,
  rule bigint references community.launch_rule,
  primary key (topic, round),
  foreign key (launch, round) references community.round
);

-- The orders that a rule touches. Written in the transaction in which their members' letters are queued.
create table community.rule_order (
  rule bigint not null references community.launch_rule,
  position bigint not null,
  order_id uuid not null,
  member text not null,
  primary key (rule, position)
);
create index rule_order_by_order on community.rule_order (order_id);
create index rule_order_by_member on community.rule_order (member);
