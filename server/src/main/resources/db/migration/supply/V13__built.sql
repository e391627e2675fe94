-- What was built on a day is an event of its own: its parts are in no stock any more.
alter table supply.event drop constraint event_kind_check,
  add constraint event_kind_check check (kind in ('file', 'curve', 'commitment', 'count', 'quarantine', 'built'));
