-- Launches that count a member's live orders together; the row is locked by the lines of the group in turn.
create table launch.limit_group (
  name text primary key
);
