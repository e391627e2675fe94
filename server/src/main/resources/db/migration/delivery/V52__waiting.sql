-- Turns are counted of those who wait alone; the clock goes through those who are not over in the order of their ids.
create index appointment_waiting on delivery.appointment (region, priority_at, order_id) where state = 'WAITING';
drop index delivery.appointment_live;
create index appointment_live on delivery.appointment (order_id) where state in ('WAITING', 'HELD', 'CONFIRMED');
