-- A trial or an event: some places, and more people than places. The definition is read whole and never searched. The
-- row is the lock of everything that changes who has a place.
create table community.event (
  number int generated always as identity primary key,
  slug text not null unique,
  definition text not null,
  seed text not null,
  code_secret bytea not null check (length(code_secret) = 32),
  frozen_at timestamptz,
  root text,
  tickets int not null default 0,
  figure text,
  drawn_at timestamptz,
  released_at timestamptz,
  over boolean not null default false
);
create index event_under_way on community.event (number) where not over;

-- Who asked for a place, once each. What is published of a row is `hash` and `fits` alone, and both stay when the
-- member is erased: then `ticket` is gone, and nobody finds whose it was.
create table community.applicant (
  event int not null references community.event,
  member text not null,
  ticket bytea,
  hash bytea not null check (length(hash) = 16),
  city text not null,
  fits int not null,
  state text not null,
  applied_at timestamptz not null,
  drawn int,
  since timestamptz not null,
  until timestamptz,
  reminded_at timestamptz,
  got_at timestamptz,
  attended_at timestamptz,
  tries int not null default 0,
  primary key (event, member),
  unique (event, hash)
);
create index applicant_in_order on community.applicant (event, state, drawn);
create index applicant_by_member on community.applicant (member);
create index applicant_to_confirm on community.applicant (until) where state = 'WON';

-- Every change of places since a draw, in order and for everybody to see; only added to.
create table community.place_move (
  event int not null references community.event,
  number bigint generated always as identity,
  at timestamptz not null,
  up boolean not null,
  hash bytea not null,
  why text not null,
  primary key (event, number)
);

-- Days that do not count: for everybody who has a place (`member` is empty), or for one.
create table community.event_pause (
  event int not null references community.event,
  number int generated always as identity,
  member text not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  said text not null,
  primary key (event, number)
);

-- What members say they did of their duties.
create table community.duty_done (
  event int not null references community.event,
  member text not null,
  duty text not null,
  said text not null,
  at timestamptz not null,
  primary key (event, member, duty)
);

-- Nobody is removed without one of these, and not before its time is over.
create table community.event_warning (
  event int not null references community.event,
  member text not null,
  duty text not null,
  reason text not null,
  operator text not null,
  at timestamptz not null,
  primary key (event, member, duty)
);
