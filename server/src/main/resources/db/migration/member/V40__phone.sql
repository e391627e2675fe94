-- The telephone that a member proved to read. One number belongs to one member.
create table member.phone (
  member text primary key,
  number text not null unique check (number ~ '^[+][1-9][0-9]{6,14}$'),
  proved_at timestamptz not null
);

-- A code on its way to a telephone, as a keyed hash; one for one member. It is guessed at a few times and no more.
create table member.phone_code (
  member text primary key,
  number text not null,
  hash bytea not null check (length(hash) = 32),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null
);
create index phone_code_by_expiry on member.phone_code (expires_at);
