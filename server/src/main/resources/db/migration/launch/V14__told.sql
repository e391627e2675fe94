-- Few orders are asked to lock: the others cost this index nothing.
create index state_change_lock_asked on launch.state_change (number) where cause = 'lock_asked';

-- What happened before it was told is no news any more.
insert into launch.news_cursor (launch, stream, sequence, number)
select l.launch, s.stream,
  case when s.stream like 'plan%' then l.published when s.stream = 'lock' then l.sequence else 0 end,
  case when s.stream = 'lock' then l.states else l.last end
from (
  select launch, sequence,
    (select coalesce(max(p.sequence), 0) from launch.publication p where p.launch = n.launch) as published,
    greatest((select coalesce(max(c.number), 0) from launch.consent c),
      (select coalesce(max(g.number), 0) from launch.compensation g)) as last,
    (select coalesce(max(c.number), 0) from launch.state_change c) as states
  from launch.line n) l
cross join (values ('plan_consent'), ('plan_compensation'), ('consent'), ('compensation'), ('lock')) as s (stream)
where l.sequence > 0;
