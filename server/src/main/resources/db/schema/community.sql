-- What fans wish for and what becomes of it: each feature has a file of its own, community.<feature>.sql.

-- What was said for all to read is only added to.
create function community.history_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'History only grows: % on % is refused.', tg_op, tg_table_name;
end $$;

-- Words that somebody wrote about a member lose the member's name when the member is erased, and nothing else: what is
-- left of them stood there before.
create function community.only_lost_a_name(was text, words text) returns boolean language sql immutable as $$
  select was = words or was like regexp_replace(
    regexp_replace(words, '([\\%_])', '\\\1', 'g'), 'erased-[A-Za-z0-9_\\-]+', '%', 'g')
$$;

-- What roles wrote about a wish, a suggestion or a story loses the name of a member who is erased, and nothing else.
create function community.step_only_loses_a_name() returns trigger language plpgsql as $$
declare
  word text := case tg_table_name when 'suggestion_step' then 'words' else 'reason' end;
begin
  if to_jsonb(new) - (word || '_en') - (word || '_zh') = to_jsonb(old) - (word || '_en') - (word || '_zh')
    and community.only_lost_a_name(to_jsonb(old) ->> (word || '_en'), to_jsonb(new) ->> (word || '_en'))
    and community.only_lost_a_name(to_jsonb(old) ->> (word || '_zh'), to_jsonb(new) ->> (word || '_zh')) then
    return new;
  end if;
  raise exception 'History only grows: % on % is refused.', tg_op, tg_table_name;
end $$;
