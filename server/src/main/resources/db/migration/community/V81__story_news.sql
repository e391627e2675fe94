-- Which rights were told to be over.
alter table community.story_grant add column end_told boolean not null default false;
create index story_grant_to_tell on community.story_grant (until) where not end_told and withdrawn_at is null;
