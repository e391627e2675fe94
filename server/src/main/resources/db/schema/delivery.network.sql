-- One centre for each region: stock, inspection, hand-over, and when it is open.
create table delivery.centre (
  region text primary key,
  name_en text not null,
  name_zh text not null,
  city text not null,
  stock int not null check (stock >= 0),
  inspection_bays int not null check (inspection_bays >= 0),
  hand_over_bays int not null check (hand_over_bays >= 0),
  after_sales boolean not null,
  time_zone text not null,
  -- ISO days of the week, such as 123456.
  weekdays text not null,
  opens text not null,
  closes text not null,
  -- Days on which it is closed all the same, with a blank between them.
  closed_on text not null
);

-- Where fans go. One that is in the file no more is closed and not forgotten: orders name it.
create table delivery.store (
  id text primary key,
  region text not null references delivery.centre,
  kind text not null check (kind in ('OWN', 'AGENCY', 'SHOWROOM')),
  name_en text not null,
  name_zh text not null,
  city text not null,
  capabilities text not null,
  open boolean not null
);

-- Who works where: by an operator's invitation, never by what a token says. `place` is a store's id, or `centre:` and a
-- region.
create table delivery.staff (
  member text not null,
  place text not null,
  invited_by text not null,
  invited_at timestamptz not null,
  ended_at timestamptz,
  primary key (member, place)
);
create index staff_of_place on delivery.staff (place);

-- What staff did, for operators and for the fan whose order it was about; none is ever changed.
create table delivery.staff_act (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  place text not null,
  act text not null,
  order_id uuid,
  detail text not null
);
create index staff_act_of_order on delivery.staff_act (order_id, number) where order_id is not null;
create index staff_act_of_actor on delivery.staff_act (actor);
create index staff_act_of_place on delivery.staff_act (place, number);

-- An order that a store proposes and a fan confirms on their own phone: the order then stands in the same line under
-- the same rules. The code is kept as its hash.
create table delivery.proposal (
  id uuid primary key,
  code text not null unique,
  place text not null,
  actor text not null,
  launch int not null,
  slug text not null,
  offer text not null,
  region text,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  member text,
  order_id uuid unique
);
create index proposal_of_actor on delivery.proposal (actor);
create index proposal_of_place on delivery.proposal (place, made_at);
create index proposal_of_member on delivery.proposal (member) where member is not null;
