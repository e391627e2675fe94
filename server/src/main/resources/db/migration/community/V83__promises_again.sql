-- Where owners opened wishes again: from there on a promise is another one.
create index wish_step_by_owners on community.wish_step (wish, number) where cause = 'owners_not_content';
