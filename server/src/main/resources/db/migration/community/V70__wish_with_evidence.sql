-- For the room where votes are looked after: the wishes with most evidence first.
create index wish_with_evidence on community.wish (evidence, number) where evidence > 0;
