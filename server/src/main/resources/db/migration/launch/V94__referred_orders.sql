-- Orders that name who brought their member, for a module above that follows them: the others cost this index nothing.
create index orders_referred on launch.orders (launch, position) where referral is not null;
