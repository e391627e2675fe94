create table launch.pulse (
  launch int not null references launch.launch,
  at timestamptz not null,
  sequence bigint not null,
  positions bigint not null,
  payments bigint not null,
  paid bigint not null,
  live bigint not null,
  primary key (launch, at)
);

create table launch.instance (
  id uuid primary key,
  name text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  stopped_at timestamptz,
  waiting int not null
) with (fillfactor = 30);

create table launch.instance_count (
  launch int not null references launch.launch,
  instance uuid not null references launch.instance,
  at timestamptz not null,
  reasons text[] not null,
  refused bigint[] not null,
  latencies bigint[] not null,
  primary key (launch, instance, at)
);
