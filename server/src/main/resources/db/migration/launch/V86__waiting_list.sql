create table launch.waiting_list (
  launch int not null references launch.launch,
  member text not null,
  place bigint not null,
  again boolean not null default false,
  joined_at timestamptz not null default now(),
  called_at timestamptz,
  kept_until timestamptz,
  position bigint,
  primary key (launch, member)
);
create index waiting_list_next on launch.waiting_list (launch, again, place) where called_at is null;
create index waiting_list_kept on launch.waiting_list (launch, kept_until) where called_at is not null;
