-- The time at which an owner brings a unit that is called back, and the work order that has its parts: one of each at
-- a time. Whoever changes either has the row first; without both there is neither.
create table service.recall_visit (
  recall int not null,
  serial text not null,
  work_order bigint unique,
  visit uuid unique,
  primary key (recall, serial),
  foreign key (recall, serial) references service.recall_unit,
  check ((work_order is null) = (visit is null))
);
