-- What roles wrote about a suggestion or a story loses the name of a member who is erased, and nothing else.
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

drop trigger suggestion_step_only_grows on community.suggestion_step;
create trigger suggestion_step_only_grows before delete or truncate on community.suggestion_step
  for each statement execute function community.history_only_grows();
create trigger suggestion_step_only_loses_a_name before update on community.suggestion_step
  for each row execute function community.step_only_loses_a_name();

drop trigger story_step_only_grows on community.story_step;
create trigger story_step_only_grows before delete or truncate on community.story_step
  for each statement execute function community.history_only_grows();
create trigger story_step_only_loses_a_name before update on community.story_step
  for each row execute function community.step_only_loses_a_name();
