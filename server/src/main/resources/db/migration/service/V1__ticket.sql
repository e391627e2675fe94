create table service.subject (
  id text primary key,
  position int not null,
  name_en text not null,
  name_zh text not null,
  answer_hours int not null check (answer_hours > 0),
  open boolean not null
);
insert into service.subject (id, position, name_en, name_zh, answer_hours, open) values
  ('safety', 1, 'I do not feel safe with it', '安全问题', 4, true),
  ('fault', 2, 'Something does not work', '功能故障', 24, true),
  ('damage', 3, 'Something is damaged', '外观或部件损坏', 24, true),
  ('maintenance', 4, 'Maintenance', '保养', 48, true),
  ('question', 5, 'A question', '使用咨询', 48, true);

create table service.ticket (
  number bigint generated always as identity primary key,
  order_id uuid not null,
  member text not null,
  launch int not null,
  serial text not null,
  configuration text not null,
  place text not null,
  subject text not null references service.subject,
  state text not null check (state in ('OPEN', 'DIAGNOSED', 'WAITING', 'IN_WORK', 'DONE', 'CONFIRMED', 'REOPENED',
    'WITHDRAWN')),
  opened_at timestamptz not null,
  answer_due timestamptz not null,
  answered_at timestamptz,
  since timestamptz not null,
  component text,
  symptom text,
  lot text,
  rating int check (rating between 1 and 5)
) with (fillfactor = 70);
create index ticket_of_order on service.ticket (order_id, number);
create index ticket_of_member on service.ticket (member);
create index ticket_live on service.ticket (place, answer_due, number)
  where state not in ('CONFIRMED', 'WITHDRAWN');

create table service.ticket_step (
  ticket bigint not null references service.ticket,
  number bigint generated always as identity,
  at timestamptz not null,
  step text not null,
  side text not null check (side in ('OWNER', 'STAFF')),
  actor text not null,
  words text not null,
  primary key (ticket, number)
);
create index ticket_step_of_actor on service.ticket_step (actor);

create table service.finding (
  number bigint generated always as identity primary key,
  ticket bigint not null references service.ticket,
  at timestamptz not null,
  component text not null,
  symptom text not null,
  lot text
);
create index finding_of_ticket on service.finding (ticket, number);
