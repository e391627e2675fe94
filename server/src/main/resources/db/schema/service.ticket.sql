-- What a report may be about, and within how many hours the first answer is due. One that is in the latest file no more
-- is closed and not forgotten: tickets name it.
create table service.subject (
  id text primary key,
  position int not null,
  name_en text not null,
  name_zh text not null,
  answer_hours int not null check (answer_hours > 0),
  open boolean not null
);

-- Something an owner reports about their unit, and how it stands. The columns say it for lists; what happened is the
-- steps.
create table service.ticket (
  number bigint generated always as identity primary key,
  order_id uuid not null,
  member text not null,
  launch int not null,
  serial text not null,
  configuration text not null,
  -- A store's id, or `centre:` and a region: whose staff see it.
  place text not null,
  subject text not null references service.subject,
  state text not null check (state in ('OPEN', 'DIAGNOSED', 'WAITING', 'IN_WORK', 'DONE', 'CONFIRMED', 'REOPENED',
    'WITHDRAWN')),
  opened_at timestamptz not null,
  -- Until when the first answer is due, anew each time it is reopened; null in `answered_at`: there was none yet.
  answer_due timestamptz not null,
  answered_at timestamptz,
  since timestamptz not null,
  component text,
  symptom text,
  lot text,
  rating int check (rating between 1 and 5),
  -- The id under which its owner's appointment is kept; null: none was asked for.
  visit uuid
) with (fillfactor = 70);
create index ticket_of_order on service.ticket (order_id, number);
create index ticket_of_member on service.ticket (member);
create index ticket_live on service.ticket (place, answer_due, number)
  where state not in ('CONFIRMED', 'WITHDRAWN');
create index ticket_unanswered on service.ticket (answer_due, number)
  where answered_at is null and state not in ('CONFIRMED', 'WITHDRAWN');
create unique index ticket_of_visit on service.ticket (visit) where visit is not null;

-- Everything that happened to a ticket, what was said among it; none is ever changed. `place`: to which it was passed.
create table service.ticket_step (
  ticket bigint not null references service.ticket,
  number bigint generated always as identity,
  at timestamptz not null,
  step text not null,
  side text not null check (side in ('OWNER', 'STAFF')),
  actor text not null,
  words text not null,
  place text,
  primary key (ticket, number)
);
create index ticket_step_of_actor on service.ticket_step (actor);

-- What an owner shows of it; `id` is made by whoever sends it, so that the same photo sent twice is one.
create table service.ticket_photo (
  ticket bigint not null references service.ticket,
  id uuid not null,
  at timestamptz not null,
  type text not null check (type in ('image/jpeg', 'image/png')),
  bytes bytea not null,
  checksum text not null generated always as (encode(sha256(bytes), 'hex')) stored,
  primary key (ticket, id)
);

-- What diagnoses found, for those who count faults: numbers are given in the order of commits, so whoever follows them
-- misses none. The last one of a ticket counts.
create table service.finding (
  number bigint generated always as identity primary key,
  ticket bigint not null references service.ticket,
  at timestamptz not null,
  component text not null,
  symptom text not null,
  lot text
);
create index finding_of_ticket on service.finding (ticket, number);
