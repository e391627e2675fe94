-- Sessions in which a small group of fans brings suggestions, and what becomes of each of those.

-- A session. Its seats are the places of an event, or are given by rules that stood here before anybody sat.
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

-- Who was chosen by the rules, and which of them they fit. Whoever was drawn stands with the event.
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

-- What was brought; the row says how it stands, the steps how it came to. `due` is the day as it stands, `judged_by`
-- the first one that was named, by which it is known to be late.
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

-- Everything that happened to a suggestion, in order; only added to.
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

create trigger suggestion_step_only_grows before delete or truncate on community.suggestion_step
  for each statement execute function community.history_only_grows();

create trigger suggestion_step_only_loses_a_name before update on community.suggestion_step
  for each row execute function community.step_only_loses_a_name();
