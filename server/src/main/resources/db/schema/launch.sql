-- What an operator decided, and the two acts that override the clock.
create table launch.launch (
  number int primary key check (number between 1 and 1048575),
  slug text not null unique,
  definition jsonb not null,
  opened_at timestamptz,
  closed_at timestamptz,
  -- New orders are held back for a while; the launch stays open.
  paused_at timestamptz
);

-- One row per launch, locked by whoever writes to its line: the referee between instances.
create table launch.line (
  launch int primary key references launch.launch,
  sequence bigint not null default 0,
  positions bigint not null default 0,
  entries bigint not null default 0,
  payments bigint not null default 0,
  last_at timestamptz not null default 'epoch',
  last_pay_before timestamptz not null default 'epoch',
  swept_position bigint not null default 0,
  swept_payment bigint not null default 0
) with (fillfactor = 10);

-- Launches that count a member's live orders together; the row is locked by the lines of the group in turn.
create table launch.limit_group (
  name text primary key
);

-- How far each offer's line has come, as of the line's sequence: the checkpoint that a starting instance reads.
create table launch.tally (
  launch int not null references launch.launch,
  offer text not null,
  held bigint not null default 0,
  placed bigint not null default 0,
  locked bigint not null default 0,
  furthest date,
  -- What its supply has to know of the orders beside their number: builds by week, in the supply's own words.
  builds text not null default '',
  primary key (launch, offer)
) with (fillfactor = 30);

-- Each committed batch appends one row: outbox for other modules, and journal by which an instance that holds
-- derived state follows what another instance wrote.
create table launch.journal (
  launch int not null references launch.launch,
  sequence bigint not null,
  at timestamptz not null,
  events text not null,
  primary key (launch, sequence)
);

-- A page is left more than half empty when it is filled: every order is written once more, when it is paid, often in
-- one batch with its neighbours. Where there is room in the page no index is touched by that (measured: 20 of 100
-- without).
create table launch.orders (
  id uuid primary key,
  launch int not null references launch.launch,
  position bigint not null,
  entered bigint not null,
  member text not null,
  idempotency_key text not null,
  request uuid not null,
  offer text not null,
  region text,
  store text,
  channel text,
  referral text,
  accepted_terms text,
  live boolean not null,
  state text not null,
  rank bigint not null,
  promised_from date,
  price bigint not null,
  deposit bigint not null,
  held_at timestamptz not null,
  pay_before timestamptz not null,
  placed_at timestamptz,
  paid_provider text,
  paid_payment text,
  first_offer text not null,
  first_rank bigint not null,
  first_from date,
  first_deposit bigint not null,
  unique (launch, position)
) with (fillfactor = 45);
-- Serves both the replay of a key and the count of a member's live orders. The member comes first, and who looks up by
-- it hides the launch from the planner: on a book it knew as small it preferred to walk the launch by position.
create unique index orders_by_member on launch.orders (member, idempotency_key, launch);
-- Orders that name who brought their member: the others cost this index nothing.
create index orders_referred on launch.orders (launch, position) where referral is not null;

-- A position that its order left for a later one (launches where a change does not keep the position).
create table launch.vacated (
  launch int not null references launch.launch,
  position bigint not null,
  order_id uuid not null,
  at timestamptz not null,
  primary key (launch, position)
);

-- Every state after HELD and PLACED, whose instants are columns of the order.
create table launch.state_change (
  order_id uuid not null,
  number bigint generated always as identity,
  state text not null,
  at timestamptz not null,
  cause text not null,
  actor text not null,
  primary key (order_id, number)
);
-- Few orders are asked to lock: the others cost this index nothing.
create index state_change_lock_asked on launch.state_change (number) where cause = 'lock_asked';

-- Every promise after the first, which is a column of the order. One that a plan run gave names the run, and counts
-- only once `launch.publication` has it: until then nobody sees it. The current promise is the last that counts; the
-- order's own column holds what it was when the order last changed by itself.
--
-- Read as an outbox, promises are in the order of their publication's sequence and then of their number: a run's rows
-- get their numbers before the run is published, so the number alone is no order between runs.
create table launch.promise (
  order_id uuid not null,
  number bigint generated always as identity,
  promised_from date,
  at timestamptz not null,
  reason text not null,
  launch int,
  plan_run int,
  -- The component or resource that held it there, and the supply event behind it.
  binding text,
  event bigint,
  primary key (order_id, number),
  check ((launch is null) = (plan_run is null))
);
create index promise_by_run on launch.promise (launch, plan_run, number) where plan_run is not null;

-- Why a plan run moves promises, in words for their members: one row for all that are held by the same thing and have
-- the same supply event behind them, so a plan that moves a million orders writes some hundred. None is '' and 0.
create table launch.explanation (
  launch int not null,
  plan_run int not null,
  binding text not null,
  event bigint not null,
  english text not null,
  chinese text not null,
  primary key (launch, plan_run, binding, event)
);

-- Each published plan run of a launch, in the order of its sequences; the row is what makes the run's promises count.
create table launch.publication (
  launch int not null references launch.launch,
  run int not null,
  -- Of the journal's row that says so.
  sequence bigint not null,
  at timestamptz not null,
  -- Entry numbers given by then: who entered later was promised under this plan from the first.
  entries bigint not null,
  primary key (launch, run),
  unique (launch, sequence)
);

-- A plan run whose promises are being written down, from the first of them to its publication or its end. What is
-- staged and was given up is swept; the counts are of the rows staged.
create table launch.staging (
  launch int not null references launch.launch,
  run int not null,
  -- Who stages: another attempt at the same run takes it over, and the one before finds that it did.
  attempt uuid not null,
  -- Of the line when it began: a publication after it has overtaken it.
  sequence bigint not null,
  touched_at timestamptz not null,
  state text not null check (state in ('staging', 'staged', 'publishing', 'given_up')),
  earlier bigint not null default 0,
  later bigint not null default 0,
  lost bigint not null default 0,
  reached bigint not null default 0,
  at_fault text not null default 'SELLER',
  primary key (launch, run)
);

-- What payment providers reported. A webhook id and a payment each take effect once.
create table launch.payment_event (
  launch int not null,
  number bigint not null,
  provider text not null,
  webhook text not null,
  kind text not null,
  order_id uuid not null,
  payment text not null,
  amount bigint not null,
  currency text not null,
  at timestamptz not null,
  outcome text not null,
  primary key (launch, number),
  -- The telling column first: an index that any provider fits is one the planner may walk.
  unique (webhook, provider),
  unique (payment, kind, provider)
);

-- One order with everything behind it: paid for when a payment comes, which is no part of taking an order.
create index payment_event_by_order on launch.payment_event (order_id);

-- Money that came and belongs to no order: an operator has to look.
create table launch.unmatched (
  number bigint generated always as identity primary key,
  provider text not null,
  webhook text not null,
  kind text not null,
  order_text text not null,
  payment text not null,
  amount bigint not null,
  currency text not null,
  at timestamptz not null,
  reason text not null,
  unique (webhook, provider),
  unique (payment, kind, provider)
);

create index unmatched_by_order on launch.unmatched (order_text);

create table launch.refund (
  id uuid primary key,
  launch int not null,
  order_id uuid not null,
  provider text not null,
  payment text not null,
  amount bigint not null,
  currency text not null,
  cause text not null,
  requested_at timestamptz not null,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  sent_at timestamptz,
  refunded_at timestamptz,
  last_fault text,
  unique (payment, provider)
);
create index refund_by_order on launch.refund (order_id);
create index refund_due on launch.refund (next_attempt_at) where refunded_at is null;

-- Double entry by construction: one row moves one amount from one account to another, so the sum over all
-- accounts is zero whatever is written.
create table launch.transfer (
  number bigint generated always as identity primary key,
  launch int not null,
  order_text text not null,
  debit text not null,
  credit text not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  at timestamptz not null,
  cause text not null,
  check (debit <> credit)
);
create index transfer_by_order on launch.transfer (order_text);

-- Where a line stood at the end of each second in which it moved, as sums since the launch began: what the war room
-- draws. Whichever instance comes first in a second writes it, from what is committed. Kept for a day.
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

-- Each run of a server, with when it was last seen: written anew every second.
create table launch.instance (
  id uuid primary key,
  name text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  stopped_at timestamptz,
  waiting int not null
) with (fillfactor = 30);

-- What an instance alone can know of a launch, as sums since it started: refusals by reason, and answers by how long
-- they took. The last row of an instance stays, so that what it counted outlives it; those before it go in an hour.
create table launch.instance_count (
  launch int not null references launch.launch,
  instance uuid not null references launch.instance,
  at timestamptz not null,
  reasons text[] not null,
  refused bigint[] not null,
  latencies bigint[] not null,
  primary key (launch, instance, at)
);

-- How far each stream of what is published has been told: by the sequence of its publication and, within one, by the
-- rows' own order. It moves in the transaction that queues the news.
create table launch.news_cursor (
  launch int not null references launch.launch,
  stream text not null,
  sequence bigint not null,
  number bigint not null,
  primary key (launch, stream)
) with (fillfactor = 30);

-- Few promises are neither the first of an order nor of a plan run, so it costs the way of an order nothing.
create index promise_by_number on launch.promise (number) where plan_run is null;

-- News for the webhooks, all launches in one order; written only while there is a webhook. Numbers are given under one
-- lock, so whoever has read up to a number has missed none before it.
create table launch.news (
  number bigint generated always as identity primary key,
  kind text not null,
  facts text not null,
  at timestamptz not null
);

-- Where operators want news sent, and how far each got. `until`: the end of the message under way, which is so the same
-- message however often it is tried. The secret must be readable to sign with.
create table launch.webhook (
  name text primary key,
  url text not null,
  secret text not null,
  kinds text[] not null,
  created_at timestamptz not null,
  position bigint not null,
  until bigint,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  delivered_at timestamptz,
  last_fault text
);

-- What a member was asked about a later window, and what came of it: a row for each, and none is ever changed. A row
-- with a run counts once that run is published; the last row that counts says how the order stands.
create table launch.consent (
  order_id uuid not null,
  number bigint generated always as identity,
  launch int not null,
  plan_run int,
  state text not null,
  at timestamptz not null,
  actor text not null,
  slips int not null,
  agreed date,
  promised_from date,
  silence_keeps boolean,
  payback int,
  reason text,
  asked_at timestamptz,
  answer_by timestamptz,
  primary key (order_id, number)
);
-- By when which question is due: what the clock walks along, and what an operator lists.
create index consent_due on launch.consent (launch, answer_by, number) where state = 'ASKED';
-- By which run, and by no run: in this order they are told to others.
create index consent_by_run on launch.consent (launch, plan_run, number) where plan_run is not null;
create index consent_by_batch on launch.consent (launch, number) where plan_run is null;

-- How far along that index the clock has come. Written when something was due, so kept out of the line's own row.
create table launch.consent_cursor (
  launch int primary key references launch.launch,
  answer_by timestamptz not null,
  number bigint not null
);

-- The first date of a run's questions: a run published late takes the clock back to it.
create table launch.consent_run (
  launch int not null references launch.launch,
  plan_run int not null,
  answer_by timestamptz not null,
  primary key (launch, plan_run)
);

-- What is owed for a broken promise. Each row is at once an entry of the ledger: from the account `compensation` to
-- `compensation_due`. A row with a run counts once that run is published.
create table launch.compensation (
  order_id uuid not null,
  number bigint generated always as identity,
  launch int not null,
  plan_run int,
  rule text not null,
  weeks int not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  set_off boolean not null,
  at timestamptz not null,
  primary key (order_id, number),
  unique nulls not distinct (order_id, rule, weeks, plan_run)
);
create index compensation_by_run on launch.compensation (launch, plan_run, number) where plan_run is not null;
create index compensation_by_batch on launch.compensation (launch, number) where plan_run is null;

-- The Ed25519 keys that receipts are signed with (PKCS #8 and X.509). The one with the highest number signs; all of
-- them check, so that a receipt outlives the change of its key. Whoever reads this table can forge receipts.
create table launch.receipt_key (
  number int primary key,
  public_key bytea not null,
  private_key bytea not null
);
