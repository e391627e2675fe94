create table member.address (
  member text primary key,
  address text not null check (length(address) between 3 and 254),
  language text not null,
  confirmed boolean not null,
  since timestamptz not null
);
create unique index address_folded on member.address (lower(address));

create table member.address_link (
  hash bytea primary key check (length(hash) = 32),
  member text not null,
  address text not null,
  language text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index address_link_by_expiry on member.address_link (expires_at);

create table member.mail (
  number bigint generated always as identity primary key,
  news text not null,
  member text not null,
  address text,
  kind text not null,
  facts text not null,
  urgency smallint not null,
  queued_at timestamptz not null,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  sent_at timestamptz,
  last_fault text,
  unique (news, member)
);
create index mail_due on member.mail (urgency, next_attempt_at) where sent_at is null;
