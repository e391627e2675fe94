-- Letters tell of reviews from now on. What happened before they did is on the order's page, and no news any more.
insert into launch.news_cursor (launch, stream, sequence, number)
select r.launch, 'review', 0, max(r.number) from launch.review_step r group by r.launch
on conflict do nothing;
