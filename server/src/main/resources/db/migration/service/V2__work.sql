create table service.warranty_term (
  launch int not null,
  version int not null,
  position int not null,
  term text not null,
  component text not null,
  months int not null check (months > 0),
  max_km int check (max_km > 0),
  name_en text not null,
  name_zh text not null,
  told_at timestamptz not null,
  primary key (launch, version, position),
  unique (launch, version, component)
);

create table service.stock (
  place text not null,
  part text not null,
  received int not null default 0,
  reserved int not null default 0 check (reserved >= 0),
  used int not null default 0 check (used >= 0),
  waiting int not null default 0 check (waiting >= 0),
  expected_on date,
  primary key (place, part),
  constraint stock_enough check (reserved + used <= received)
) with (fillfactor = 50);

create table service.stock_receipt (
  place text not null,
  note text not null,
  part text not null,
  quantity int not null check (quantity > 0),
  actor text not null,
  at timestamptz not null,
  primary key (place, note, part)
);
create index stock_receipt_of_actor on service.stock_receipt (actor);

create table service.work_order (
  number bigint generated always as identity primary key,
  ticket bigint references service.ticket,
  recall text,
  order_id uuid not null,
  member text not null,
  launch int not null,
  serial text not null,
  configuration text not null,
  place text not null,
  km int,
  currency text not null,
  state text not null check (state in ('OFFERED', 'PLANNED', 'IN_WORK', 'DONE', 'DECLINED', 'CANCELLED')),
  made_at timestamptz not null,
  planned_at timestamptz,
  since timestamptz not null,
  check ((ticket is null) <> (recall is null))
) with (fillfactor = 70);
create index work_order_of_ticket on service.work_order (ticket) where ticket is not null;
create index work_order_of_order on service.work_order (order_id, number);
create index work_order_of_member on service.work_order (member);
create index work_order_live on service.work_order (place, number) where state in ('OFFERED', 'PLANNED', 'IN_WORK');
create index work_order_of_recall on service.work_order (recall) where recall is not null;

create table service.work_line (
  work_order bigint not null references service.work_order,
  position int not null,
  component text not null,
  words text not null,
  minutes int not null check (minutes >= 0),
  part text,
  quantity int not null check (quantity >= 0),
  amount bigint not null check (amount >= 0),
  covered boolean not null,
  term text,
  version int,
  reason text not null,
  goodwill_by text,
  goodwill_words text,
  stock text not null check (stock in ('NONE', 'WAITING', 'RESERVED', 'USED', 'RELEASED')),
  place text not null,
  primary key (work_order, position),
  check ((part is null) = (quantity = 0))
) with (fillfactor = 70);
create index work_line_waiting on service.work_line (place, part, work_order, position) where stock = 'WAITING';

create table service.work_step (
  work_order bigint not null references service.work_order,
  number bigint generated always as identity,
  at timestamptz not null,
  step text not null,
  side text not null check (side in ('OWNER', 'STAFF')),
  actor text not null,
  words text not null,
  primary key (work_order, number)
);
create index work_step_of_actor on service.work_step (actor);
