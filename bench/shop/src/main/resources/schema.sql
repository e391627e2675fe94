create table if not exists stock (
  article text primary key,
  units bigint not null check (units >= 0)
) with (fillfactor = 10);

create table if not exists customer_order (
  id bigint primary key,
  customer text not null,
  article text not null,
  ordered_at timestamptz not null
);

create sequence if not exists customer_order_number increment by 50;
