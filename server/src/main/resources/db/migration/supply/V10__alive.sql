alter table supply.plan_run add column alive_at timestamptz;
