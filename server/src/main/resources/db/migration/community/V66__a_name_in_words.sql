-- Words that somebody wrote about a member lose the member's name when the member is erased, and nothing else: what is
-- left of them stood there before.
create function community.only_lost_a_name(was text, words text) returns boolean language sql immutable as $$
  select was = words or was like regexp_replace(
    regexp_replace(words, '([\\%_])', '\\\1', 'g'), 'erased-[A-Za-z0-9_\\-]+', '%', 'g')
$$;

create or replace function community.points_only_lose_a_name() returns trigger language plpgsql as $$
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

drop trigger points_clawback_only_grows on community.points_clawback;
create trigger points_clawback_only_grows before delete or truncate on community.points_clawback
  for each statement execute function community.points_only_grow();
create trigger points_clawback_only_loses_a_name before update on community.points_clawback
  for each row execute function community.points_only_lose_a_name();

create or replace function community.referral_steps_only_grow() returns trigger language plpgsql as $$
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
