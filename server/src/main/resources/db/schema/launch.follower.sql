-- How far each module above has followed a launch's journal. It moves in the transaction of what the module makes of
-- it, and nothing that one of them has not heard is cleared away.
create table launch.follower (
  launch int not null references launch.launch,
  name text not null,
  sequence bigint not null,
  primary key (launch, name)
) with (fillfactor = 30);
