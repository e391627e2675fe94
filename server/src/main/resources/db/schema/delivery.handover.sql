-- What is gone through at a hand-over of a launch. Each file is a version; none is ever changed: hand-overs keep
-- theirs.
create table delivery.checklist (
  launch int not null,
  version int not null,
  position int not null,
  point text not null,
  name_en text not null,
  name_zh text not null,
  needed boolean not null,
  photo boolean not null,
  told_at timestamptz not null,
  primary key (launch, version, position),
  unique (launch, version, point)
);

-- A unit handed over to an order: one for each unit that the order had while somebody began.
create table delivery.handover (
  number bigint generated always as identity primary key,
  order_id uuid not null,
  -- Units are never deleted.
  unit bigint not null,
  member text not null,
  place text not null,
  checklist int not null,
  begun_at timestamptz not null,
  -- The owner's own word, on their own phone.
  confirmed_at timestamptz,
  -- Nothing was missing any more.
  delivered_at timestamptz,
  warranty_from date,
  unique (order_id, unit),
  check ((delivered_at is null) = (warranty_from is null))
);
create index handover_of_member on delivery.handover (member);

-- What was said on a tablet, by an id that the tablet made: sent again it is known. What it comes to is told by all of
-- it, in the order in which it was said, whenever it arrived.
create table delivery.handover_said (
  id uuid primary key,
  handover bigint not null references delivery.handover,
  actor text not null,
  place text not null,
  at timestamptz not null,
  told_at timestamptz not null,
  kind text not null,
  subject text not null,
  good boolean,
  text text not null
);
create index handover_said_of on delivery.handover_said (handover);
create index handover_said_of_actor on delivery.handover_said (actor);

-- As they were sent, never larger than the door lets in.
create table delivery.handover_photo (
  id uuid primary key,
  handover bigint not null references delivery.handover,
  actor text not null,
  at timestamptz not null,
  told_at timestamptz not null,
  point text not null,
  type text not null check (type in ('image/jpeg', 'image/png')),
  bytes bytea not null
);
create index handover_photo_of on delivery.handover_photo (handover);
create index handover_photo_of_actor on delivery.handover_photo (actor);
