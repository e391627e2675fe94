-- Units that are called back. What a drill finds is as real as it can be, and nobody is told.
create table service.recall (
  number int generated always as identity primary key,
  incident int references service.incident,
  launch text not null,
  lots text[] not null,
  drill boolean not null,
  severity text not null,
  title_en text not null,
  title_zh text not null,
  remedy_en text not null,
  remedy_zh text not null,
  -- What one remedy takes.
  parts text[] not null,
  minutes int not null,
  begun_at timestamptz not null,
  actor text not null,
  -- From the act to the whole list of units and owners.
  listed_ms int not null,
  closed_at timestamptz
);
create index recall_of_launch on service.recall (launch, number);
create index recall_of_incident on service.recall (incident);

-- A unit that is called back, with whoever had it then; written in the act, and again only when it is remedied.
create table service.recall_unit (
  recall int not null references service.recall,
  serial text not null,
  launch int not null,
  delivered boolean not null,
  order_id uuid,
  member text,
  remedied_at timestamptz,
  place text,
  remedied_by text,
  primary key (recall, serial)
);
create index recall_unit_of_order on service.recall_unit (order_id) where order_id is not null;
create index recall_unit_of_member on service.recall_unit (member) where member is not null;

-- Each time somebody tried to reach an owner; none is ever changed, but what was noted goes with its member.
create table service.recall_contact (
  recall int not null,
  serial text not null,
  number bigint generated always as identity,
  way text not null,
  outcome text not null,
  at timestamptz not null,
  actor text not null,
  words text not null,
  primary key (recall, serial, number),
  foreign key (recall, serial) references service.recall_unit
);

-- The time at which an owner brings a unit that is called back, and the work order that has its parts: one of each at
-- a time. Whoever changes either has the row first; without both there is neither.
create table service.recall_visit (
  recall int not null,
  serial text not null,
  work_order bigint unique,
  visit uuid unique,
  primary key (recall, serial),
  foreign key (recall, serial) references service.recall_unit,
  check ((work_order is null) = (visit is null))
);
