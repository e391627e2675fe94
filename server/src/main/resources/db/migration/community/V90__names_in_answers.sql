-- An official answer is never changed, save that it loses the name of a member who is erased.
create trigger answer_only_grows before delete or truncate on community.answer
  for each statement execute function community.history_only_grows();
create trigger answer_only_loses_a_name before update on community.answer
  for each row execute function community.step_only_loses_a_name();
