-- An operator holds new orders back for a while; the launch stays open.
alter table launch.launch add column paused_at timestamptz;

-- One order with everything behind it. Paid for when a payment comes, which is no part of taking an order.
create index payment_event_by_order on launch.payment_event (order_id);
create index unmatched_by_order on launch.unmatched (order_text);
create index transfer_by_order on launch.transfer (order_text);
