-- Who was handed what over, and what they say of it.
create table community.owner (
  order_id uuid primary key,
  member text not null,
  product text not null references community.product,
  version int not null,
  delivered_at timestamptz not null,
  ask_at timestamptz not null,
  asked_at timestamptz
);
create index owner_to_ask on community.owner (ask_at) where asked_at is null;
create index owner_by_product on community.owner (product, version);
create index owner_by_member on community.owner (member);
create table community.verdict (
  number bigint generated always as identity primary key,
  wish uuid not null,
  order_id uuid not null references community.owner,
  verdict text not null check (verdict in ('THERE_AND_GOOD', 'THERE_NOT_GOOD', 'NOT_THERE')),
  words text not null,
  at timestamptz not null
);
create index verdict_by_wish on community.verdict (wish, order_id, number);
create index verdict_by_order on community.verdict (order_id, wish);
