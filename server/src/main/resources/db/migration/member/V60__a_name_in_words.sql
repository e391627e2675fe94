-- Words that somebody wrote about a member lose the member's name when the member is erased, and nothing else: what is
-- left of them stood there before.
create function member.only_lost_a_name(was text, words text) returns boolean language sql immutable as $$
  select was = words or was like regexp_replace(
    regexp_replace(words, '([\\%_])', '\\\1', 'g'), 'erased-[A-Za-z0-9_\\-]+', '%', 'g')
$$;

create or replace function member.only_takes_a_name_out() returns trigger language plpgsql as $$
begin
  if (new.number, new.at, new.actor, new.act) = (old.number, old.at, old.actor, old.act)
    and (new.subject = old.subject or new.subject like 'erased-%')
    and member.only_lost_a_name(old.detail, new.detail) then
    return new;
  end if;
  raise exception 'The audit trail only grows: % on % is refused.', tg_op, tg_table_name;
end $$;
