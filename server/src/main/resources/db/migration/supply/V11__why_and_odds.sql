-- Which way an event worked on what a plan rests on: a delivery that is shipped on time is not why another one that was
-- put off moved anybody. What was written before counts for either way.
alter table supply.touch
  add column effect smallint not null default 0,
  add constraint touch_effect_check check (effect between -1 and 1);

-- What a run's windows with odds would have held in the past; without cases while there is no past. The row is written
-- after the odds, so where it stands they are there.
create table supply.odds_coverage (
  launch int not null,
  run int not null,
  cases bigint not null,
  share double precision,
  weeks double precision,
  primary key (launch, run),
  foreign key (launch, run) references supply.plan_run on delete cascade
);
