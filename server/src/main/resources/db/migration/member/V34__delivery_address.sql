create table member.delivery_address (
  member text not null,
  purpose text not null,
  recipient text not null,
  phone text not null,
  lines text not null,
  city text not null,
  region text not null,
  postcode text not null,
  country text not null,
  written_at timestamptz not null,
  primary key (member, purpose)
);
