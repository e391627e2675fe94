-- Pages of what lenders confirmed, of all of them or of one, are read from the latest on.
create index balance_payment_lent on delivery.balance_payment (number) where way = 'LENDER';
create index balance_payment_lent_by on delivery.balance_payment (told_by, number) where way = 'LENDER';

-- Whether a request still stands is whether none replaces it.
create index tax_request_replaced on delivery.tax_request (replaces) where replaces is not null;
