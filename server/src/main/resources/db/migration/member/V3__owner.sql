create function member.only_takes_a_name_out() returns trigger language plpgsql as $$
begin
  if new.subject like 'erased-%' and (new.number, new.at, new.actor, new.act, new.detail)
      = (old.number, old.at, old.actor, old.act, old.detail) then
    return new;
  end if;
  raise exception 'The audit trail only grows: % on % is refused.', tg_op, tg_table_name;
end $$;

drop trigger audit_only_grows on member.audit;
create trigger audit_only_grows before delete or truncate on member.audit
  for each statement execute function member.refuse_rewriting();
create trigger audit_only_loses_a_name before update on member.audit
  for each row execute function member.only_takes_a_name_out();
