-- Products, the versions of their specs, and what changed in each.
create table community.product (
  id text primary key,
  name_en text not null,
  name_zh text not null,
  ask_after_days int not null check (ask_after_days between 1 and 365),
  at timestamptz not null
);
create table community.spec_version (
  product text not null references community.product,
  version int not null check (version > 0),
  operator text not null,
  at timestamptz not null,
  primary key (product, version)
);
create table community.spec_change (
  number bigint generated always as identity primary key,
  product text not null,
  version int not null,
  attribute_en text not null,
  attribute_zh text not null,
  from_en text not null,
  from_zh text not null,
  to_en text not null,
  to_zh text not null,
  evidence text not null,
  wish uuid,
  at timestamptz not null,
  foreign key (product, version) references community.spec_version
);
create index spec_change_by_product on community.spec_change (product, version);
create index spec_change_by_wish on community.spec_change (wish) where wish is not null;
