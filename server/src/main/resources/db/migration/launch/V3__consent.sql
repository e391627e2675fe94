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

-- Whose fault the run is, as the planner states it: some rules of compensation ask.
alter table launch.staging add column at_fault text not null default 'SELLER';
