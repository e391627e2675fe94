-- For the list of those decided last.
create index wish_by_decision on community.wish (decided_at, number) where state = 'ANSWERED';
