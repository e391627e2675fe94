create table member.passkey (
  id bytea primary key check (length(id) between 1 and 1023),
  member text not null,
  handle bytea not null check (length(handle) = 32),
  name text not null check (length(name) between 1 and 60),
  credential bytea not null check (length(credential) <= 4096),
  counter bigint not null check (counter >= 0),
  transports text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_by_member on member.passkey (member);

create table member.challenge (
  hash bytea primary key check (length(hash) = 32),
  member text,
  expires_at timestamptz not null
);
create index challenge_by_expiry on member.challenge (expires_at);
