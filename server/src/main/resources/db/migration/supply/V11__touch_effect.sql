-- Which way an event worked on what a plan rests on: a delivery that is shipped on time is not why another one that was
-- put off moved anybody. What was written before counts for either way.
alter table supply.touch
  add column effect smallint not null default 0,
  add constraint touch_effect_check check (effect between -1 and 1);
