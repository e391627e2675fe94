-- Launches whose orders have a balance that is paid here: a launch without a row has none, and hands over as ever.
create table delivery.balance_terms (
  launch int primary key,
  slug text not null,
  seller_name text not null,
  seller_tax_number text not null,
  seller_address text not null,
  bank_name text not null,
  bank_account text not null,
  -- In hundredths of a percent, contained in the price.
  tax_rate int not null check (tax_rate between 0 and 10000),
  -- The launch hands over what is not paid yet.
  hand_over_unpaid boolean not null,
  -- Orders that were locked before there were terms are opened up to this position; null: all of them were.
  filled_to bigint,
  told_at timestamptz not null
);

-- What a delay across a day costs, and who bears it. One that was stated is never made worse for the member.
create table delivery.balance_year_end (
  launch int not null references delivery.balance_terms,
  id text not null,
  from_date date not null,
  amount bigint not null check (amount > 0),
  borne_by text not null check (borne_by in ('SELLER', 'MEMBER')),
  reason_en text not null,
  reason_zh text not null,
  primary key (launch, id)
);

create sequence delivery.balance_number;

-- What an order still owes. The sums are those of its entries; the row says whose it is, and is what every act locks.
create table delivery.balance (
  number bigint primary key,
  order_id uuid not null unique,
  launch int not null,
  member text not null,
  -- What payment providers call it: an order of no launch.
  pay_id uuid not null unique,
  currency text not null,
  state text not null check (state in ('OPEN', 'SETTLED', 'ENDED')),
  -- The day on which it was last compared with what is owed, so that each is once a day.
  looked_on date not null,
  opened_at timestamptz not null,
  settled_at timestamptz,
  handed_over_at timestamptz,
  -- As the member wants them on the tax document.
  buyer_name text not null default '',
  buyer_tax_number text not null default '',
  buyer_address text not null default ''
) with (fillfactor = 50);
create index balance_of_launch on delivery.balance (launch, state, number);
create index balance_of_member on delivery.balance (member);
create index balance_to_look_at on delivery.balance (looked_on)
  where state <> 'ENDED' and handed_over_at is null;

-- Double entry by construction, as the ledger of deposits is: a row moves one amount from one account to another, and
-- rows are only appended. `balance` is null for money that is nobody's yet.
create table delivery.balance_entry (
  number bigint generated always as identity primary key,
  balance bigint references delivery.balance,
  debit text not null,
  credit text not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  at timestamptz not null,
  cause text not null,
  -- What it comes from, by its name there.
  source text not null,
  -- In words for the member; may be empty.
  detail text not null,
  check (debit <> credit)
);
create index balance_entry_of on delivery.balance_entry (balance, number);
-- Told twice, credited once.
create unique index balance_entry_credit on delivery.balance_entry (balance, cause, source)
  where cause in ('price', 'deposit', 'compensation', 'subsidy', 'points', 'other_credit');

-- What was paid, each once: by the provider and its id, by a line of a statement, by a lender and its number.
create table delivery.balance_payment (
  number bigint generated always as identity primary key,
  balance bigint not null references delivery.balance,
  way text not null check (way in ('PROVIDER', 'BANK', 'LENDER')),
  told_by text not null,
  reference text not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  at timestamptz not null,
  -- A lender's: who signed it there.
  signed_by text not null default '',
  state text not null check (state in ('TAKEN', 'GOING_BACK', 'WITHDRAWN')),
  constraint balance_payment_once unique (way, told_by, reference)
);
create index balance_payment_of on delivery.balance_payment (balance);
-- Pages of what lenders confirmed, of all of them or of one, are read from the latest on.
create index balance_payment_lent on delivery.balance_payment (number) where way = 'LENDER';
create index balance_payment_lent_by on delivery.balance_payment (told_by, number) where way = 'LENDER';

-- Messages of payment providers that were heard.
create table delivery.balance_event (
  provider text not null,
  webhook_id text not null,
  at timestamptz not null,
  constraint balance_event_once primary key (provider, webhook_id)
);

-- Money that goes back the way it came: by its provider when it is the whole of a payment, else by an operator's hand.
create table delivery.balance_refund (
  number bigint generated always as identity primary key,
  id uuid not null unique,
  balance bigint not null references delivery.balance,
  payment bigint not null references delivery.balance_payment,
  amount bigint not null check (amount > 0),
  by_hand boolean not null,
  cause text not null,
  requested_at timestamptz not null,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  last_fault text,
  done_at timestamptz,
  -- By which the member finds it.
  reference text
);
create index balance_refund_of on delivery.balance_refund (balance);
create index balance_refund_open on delivery.balance_refund (number) where done_at is null;
create index balance_refund_due on delivery.balance_refund (next_attempt_at) where done_at is null and not by_hand;

-- Bank statements, each file once.
create table delivery.balance_statement (
  number bigint generated always as identity primary key,
  digest bytea not null unique,
  lines int not null,
  told_by text not null,
  told_at timestamptz not null
);

-- Money that came to the bank. A line that stands in two files that overlap is one line.
create table delivery.balance_line (
  number bigint generated always as identity primary key,
  statement bigint not null references delivery.balance_statement,
  identity bytea not null unique,
  account text not null,
  bank_reference text not null,
  booked_on date not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  payer text not null,
  payer_account text not null,
  text text not null,
  -- WAITING: kept, and not looked at yet.
  state text not null check (state in ('WAITING', 'BOOKED', 'LOOK', 'ASSIGNED', 'RETURNED')),
  reason text not null default '',
  balance bigint references delivery.balance,
  decided_by text,
  decided_at timestamptz,
  -- By which whoever paid it finds what was sent back.
  reference text
);
create index balance_line_open on delivery.balance_line (number) where state in ('WAITING', 'LOOK');
create index balance_line_of on delivery.balance_line (balance) where balance is not null;

-- The last number of the feed of tax document requests: taken in the transaction that writes one, so that a reader
-- who asks from a number on misses none.
create table delivery.tax_feed (
  one boolean primary key check (one),
  last bigint not null
);

create table delivery.tax_request (
  number bigint primary key,
  balance bigint not null references delivery.balance,
  kind text not null check (kind in ('ISSUE', 'REPLACE', 'CANCEL')),
  replaces bigint references delivery.tax_request,
  at timestamptz not null,
  -- Every fact of it, as it was then.
  facts jsonb not null
);
create index tax_request_of on delivery.tax_request (balance, number);
-- Whether a request still stands is whether none replaces it.
create index tax_request_replaced on delivery.tax_request (replaces) where replaces is not null;
