-- Where an order is to be delivered, as a keyed hash like all that is noticed.
alter table launch.signal add column address bytea;
create index signal_by_address on launch.signal (launch, address) where address is not null;
