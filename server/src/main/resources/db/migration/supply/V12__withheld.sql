-- Of the units of a week those that are stopped: built, and handed to nobody for now.
alter table supply.receipt
  add column withheld bigint not null default 0,
  add constraint receipt_withheld_check check (withheld between 0 and quantity);
