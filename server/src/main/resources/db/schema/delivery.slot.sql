-- Times at which units are handed over at a place: for each kind of bay so many at once. `taken` are those held,
-- confirmed or done; whoever takes one does so by one conditional update, and looking takes nothing.
create table delivery.slot (
  number bigint generated always as identity primary key,
  -- A store's id, or `centre:` and a region; `region` is where its units are.
  place text not null,
  region text not null,
  bay text not null,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  capacity int not null,
  taken int not null default 0 check (taken >= 0),
  constraint slot_capacity check (taken <= capacity),
  unique (place, bay, from_at)
) with (fillfactor = 30);
create index slot_of_region on delivery.slot (region, from_at);

-- An order whose unit is at a centre, from that day on until it is handed over. Whoever waits longest comes first:
-- `priority_at` outlives moves, releases and one time of not coming.
create table delivery.appointment (
  order_id uuid primary key,
  member text not null,
  region text not null,
  priority_at timestamptz not null,
  state text not null check (state in ('WAITING', 'HELD', 'CONFIRMED', 'DONE', 'GONE')),
  slot bigint references delivery.slot,
  held_until timestamptz,
  -- From then on what is free is kept for them for a while.
  invited_at timestamptz,
  reminded boolean not null default false,
  missed int not null default 0,
  since timestamptz not null,
  check (state not in ('HELD', 'CONFIRMED') or slot is not null),
  check (state not in ('WAITING', 'GONE') or slot is null),
  check ((state = 'HELD') = (held_until is not null))
) with (fillfactor = 50);
create index appointment_waiting on delivery.appointment (region, priority_at, order_id) where state = 'WAITING';
create index appointment_live on delivery.appointment (order_id) where state in ('WAITING', 'HELD', 'CONFIRMED');
create index appointment_of_slot on delivery.appointment (slot) where slot is not null;
create index appointment_of_member on delivery.appointment (member);

-- Everything that happened to an appointment; none is ever changed.
create table delivery.appointment_step (
  order_id uuid not null references delivery.appointment,
  number bigint generated always as identity,
  at timestamptz not null,
  step text not null,
  slot bigint references delivery.slot,
  cause text not null,
  primary key (order_id, number)
);
