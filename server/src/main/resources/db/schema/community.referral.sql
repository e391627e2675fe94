-- The code by which an owner brings others. It stays with its member for ever.
create table community.referral_code (
  code text primary key,
  member text not null unique,
  at timestamptz not null
);

-- Who brought whom: one row for each friend. `first_owner`, `code`, `contact_at` and `store` are the first contact and
-- never change; `owner` is who it counts for, which an operator's override may change. Not `settled`: the points that
-- go with its state are still to be moved, each of them once.
create table community.referral (
  number bigint generated always as identity primary key,
  friend text not null unique,
  owner text not null,
  first_owner text not null,
  code text not null,
  source text not null check (source in ('LINK', 'ORDER')),
  store text,
  contact_at timestamptz not null,
  state text not null check (state in ('LINKED', 'VESTED', 'CLAWED_BACK')),
  order_id uuid,
  activity text,
  answer_by timestamptz,
  settled boolean not null,
  check (owner <> friend)
);
create index referral_by_owner on community.referral (owner, number);
create index referral_by_first_owner on community.referral (first_owner, number);
create index referral_unsettled on community.referral (number) where not settled;
create index referral_disputed on community.referral (answer_by) where answer_by is not null;

-- Everything that ever happened to a referral: its first contact, later ones that changed nothing, overrides, disputes
-- and their answers. Shown to whom it concerns. Only grows; the name of a member who was erased is taken out, and what
-- they wrote with it.
create table community.referral_step (
  number bigint generated always as identity primary key,
  referral bigint not null references community.referral,
  act text not null,
  actor text not null,
  owner text not null,
  said text not null check (length(said) <= 1000),
  at timestamptz not null
);
create index referral_step_by_referral on community.referral_step (referral, number);

-- How far the orders of each launch were looked at.
create table community.referral_cursor (
  launch int primary key,
  position bigint not null
);

create function community.referral_steps_only_grow() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'actor' - 'owner' - 'said' = to_jsonb(old) - 'actor' - 'owner' - 'said'
      and (new.actor = old.actor or new.actor like 'erased-%')
      and (new.owner = old.owner or new.owner like 'erased-%')
      and (new.said = '' or community.only_lost_a_name(old.said, new.said)) then
      return new;
    end if;
  end if;
  raise exception 'Steps of referrals only grow: % on % is refused.', tg_op, tg_table_name;
end $$;

create trigger referral_step_only_loses_a_name before update on community.referral_step
  for each row execute function community.referral_steps_only_grow();
create trigger referral_step_only_grows before delete or truncate on community.referral_step
  for each statement execute function community.referral_steps_only_grow();
