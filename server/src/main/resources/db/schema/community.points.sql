-- How points are earned: every version of every rule stays, for what was earned under it names it.
create table community.points_rule (
  name text not null,
  version int not null check (version > 0),
  name_en text not null check (length(name_en) <= 120),
  name_zh text not null check (length(name_zh) <= 120),
  points bigint not null check (points between 1 and 1000000),
  most_per_day bigint check (most_per_day > 0),
  zone text not null,
  active_after_seconds bigint not null check (active_after_seconds >= 0),
  life_seconds bigint not null check (life_seconds > 0),
  owes_spent boolean not null,
  open boolean not null,
  operator text not null,
  at timestamptz not null,
  primary key (name, version)
);

-- What one activity earned, once: a rule and an activity have one lot for ever. What the day's cap cut off is the
-- difference of `asked` and `amount`; a lot of 0 says that the day was full, and says it again to whoever asks again.
create table community.points_lot (
  id bigint generated always as identity primary key,
  member text not null,
  rule text not null,
  version int not null,
  activity text not null,
  asked bigint not null check (asked > 0),
  amount bigint not null check (amount >= 0),
  day date not null,
  earned_at timestamptz not null,
  active_at timestamptz not null,
  expires_at timestamptz not null,
  owes_spent boolean not null,
  unique (rule, activity)
);
create index points_lot_by_member on community.points_lot (member, id);

-- Where every point is. A row moves an amount from one account to another, so all accounts sum to zero whatever is
-- written; and it is about one lot, so that each point expires when its own lot does. Written under the member's lock.
create table community.points_entry (
  number bigint generated always as identity primary key,
  lot bigint not null references community.points_lot,
  member text not null,
  debit text not null,
  credit text not null check (credit <> debit),
  amount bigint not null check (amount > 0),
  cause text not null,
  subject text not null,
  at timestamptz not null
);
create index points_entry_by_member on community.points_entry (member, number);
create index points_entry_by_reservation on community.points_entry (subject) where cause = 'RESERVED';

-- Lots whose points were taken back.
create table community.points_clawback (
  lot bigint primary key references community.points_lot,
  reason text not null check (length(reason) <= 1000),
  operator text not null,
  at timestamptz not null
);

-- When something happens to a lot by itself next: a list of work, made anew with each row of the lot.
create table community.points_due (
  lot bigint primary key references community.points_lot,
  member text not null,
  at timestamptz not null
);
create index points_due_by_time on community.points_due (at);

-- The sums of all rows up to a number, by account, rule and month of expiry: the report adds the few rows behind it.
create table community.points_sum (
  account text not null,
  rule text not null,
  month date not null,
  amount bigint not null,
  primary key (account, rule, month)
);

-- Up to which row they are summed. One row.
create table community.points_folded (
  one boolean primary key default true check (one),
  number bigint not null
);

-- What points are spent on. `taken` is changed under the row's lock and counts what is reserved or handed over.
create table community.points_reward (
  name text primary key,
  name_en text not null check (length(name_en) <= 120),
  name_zh text not null check (length(name_zh) <= 120),
  price bigint not null check (price between 1 and 100000000),
  stock bigint not null check (stock between 0 and 100000000),
  taken bigint not null default 0 check (taken between 0 and stock),
  hold_seconds bigint not null check (hold_seconds > 0),
  return_seconds bigint not null check (return_seconds >= 0),
  open boolean not null
);

-- One piece of a reward for one member: reserved, then handed over, or given up by either side, or by the clock.
create table community.points_reservation (
  number bigint generated always as identity primary key,
  member text not null,
  key text not null,
  reward text not null references community.points_reward,
  price bigint not null,
  state text not null check (state in ('RESERVED', 'CONFIRMED', 'RELEASED', 'LAPSED', 'RETURNED')),
  at timestamptz not null,
  until timestamptz not null,
  changed_at timestamptz not null,
  unique (member, key)
);
create index points_reservation_by_clock on community.points_reservation (until) where state = 'RESERVED';
create index points_reservation_by_state on community.points_reservation (state, number);

-- Rows of rules, lots, entries and what was taken back only grow; all that may change in them is the name of a member
-- who was erased.
create function community.points_only_grow() returns trigger language plpgsql as $$
begin
  raise exception 'Points only grow: % on % is refused.', tg_op, tg_table_name;
end $$;

create function community.points_only_lose_a_name() returns trigger language plpgsql as $$
declare
  word text := case tg_table_name
    when 'points_lot' then 'activity' when 'points_entry' then 'subject' else 'reason' end;
begin
  if to_jsonb(new) - 'member' - word = to_jsonb(old) - 'member' - word
    and (to_jsonb(new) ->> 'member' is not distinct from to_jsonb(old) ->> 'member'
      or to_jsonb(new) ->> 'member' like 'erased-%')
    and community.only_lost_a_name(to_jsonb(old) ->> word, to_jsonb(new) ->> word) then
    return new;
  end if;
  raise exception 'Points only grow: % on % is refused.', tg_op, tg_table_name;
end $$;

create trigger points_rule_only_grows before update or delete or truncate on community.points_rule
  for each statement execute function community.points_only_grow();
create trigger points_clawback_only_grows before delete or truncate on community.points_clawback
  for each statement execute function community.points_only_grow();
create trigger points_clawback_only_loses_a_name before update on community.points_clawback
  for each row execute function community.points_only_lose_a_name();
create trigger points_lot_only_grows before delete or truncate on community.points_lot
  for each statement execute function community.points_only_grow();
create trigger points_lot_only_loses_a_name before update on community.points_lot
  for each row execute function community.points_only_lose_a_name();
create trigger points_entry_only_grows before delete or truncate on community.points_entry
  for each statement execute function community.points_only_grow();
create trigger points_entry_only_loses_a_name before update on community.points_entry
  for each row execute function community.points_only_lose_a_name();
