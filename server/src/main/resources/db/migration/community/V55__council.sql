create table community.council (
  number int generated always as identity primary key,
  slug text not null unique,
  name_en text not null,
  name_zh text not null,
  text_en text not null,
  text_zh text not null,
  event text,
  rules_en text,
  rules_zh text,
  seats int check (seats > 0),
  seating_at timestamptz not null,
  held_on date not null,
  answer_by date not null check (answer_by >= held_on),
  check ((event is null) = (rules_en is not null and rules_zh is not null and seats is not null))
);

create table community.council_seat (
  council int not null references community.council,
  member text not null,
  because_en text not null,
  because_zh text not null,
  operator text not null,
  at timestamptz not null,
  primary key (council, member)
);
create index council_seat_by_member on community.council_seat (member);

create table community.suggestion (
  council int not null references community.council,
  number int not null check (number > 0),
  member text not null,
  language text not null check (language in ('en', 'zh')),
  title text not null,
  text text not null,
  at timestamptz not null,
  state text not null
    check (state in ('BROUGHT', 'ASSIGNED', 'PUT_OFF', 'PROMISED', 'DECLINED', 'DONE', 'WITHDRAWN')),
  role text references community.answer_role,
  due date,
  judged_by date,
  done_on date,
  steps int not null default 0,
  primary key (council, number)
);
create index suggestion_by_member on community.suggestion (member);
create index suggestion_by_due on community.suggestion (judged_by) where due is not null;

create table community.suggestion_step (
  council int not null,
  suggestion int not null,
  number int not null check (number > 0),
  act text not null check (act in ('ASSIGNED', 'ANSWERED', 'DONE', 'WITHDRAWN')),
  role text references community.answer_role,
  role_en text,
  role_zh text,
  decision text,
  words_en text not null,
  words_zh text not null,
  due date,
  operator text not null,
  at timestamptz not null,
  primary key (council, suggestion, number),
  foreign key (council, suggestion) references community.suggestion
);

create function community.history_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'History only grows: % on % is refused.', tg_op, tg_table_name;
end $$;

create trigger suggestion_step_only_grows before update or delete or truncate on community.suggestion_step
  for each statement execute function community.history_only_grows();
