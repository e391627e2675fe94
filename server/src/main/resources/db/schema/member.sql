create table member.member (
  id text primary key check (length(id) between 1 and 64),
  created_at timestamptz not null
);

-- A browser that is signed in. The cookie itself is never stored, only its SHA-256.
create table member.session (
  hash bytea primary key check (length(hash) = 32),
  member text not null,
  roles text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_by_member on member.session (member);
create index session_by_expiry on member.session (expires_at);

-- A link that signs in once. Stored hashed, like a session.
create table member.sign_in (
  hash bytea primary key check (length(hash) = 32),
  member text not null,
  roles text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_by_expiry on member.sign_in (expires_at);

-- What operators did. It only grows: the triggers refuse everything but an insert, and that the name of an erased
-- member is taken out of a subject.
create table member.audit (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  act text not null,
  subject text not null,
  detail text not null
);

-- What was done to one order or one launch.
create index audit_by_subject on member.audit (subject, number);

create function member.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail only grows: % on % is refused.', tg_op, tg_table_name;
end $$;

create trigger audit_only_grows before delete or truncate on member.audit
  for each statement execute function member.refuse_rewriting();

-- Words that somebody wrote about a member lose the member's name when the member is erased, and nothing else: what is
-- left of them stood there before.
create function member.only_lost_a_name(was text, words text) returns boolean language sql immutable as $$
  select was = words or was like regexp_replace(
    regexp_replace(words, '([\\%_])', '\\\1', 'g'), 'erased-[A-Za-z0-9_\\-]+', '%', 'g')
$$;

create function member.only_takes_a_name_out() returns trigger language plpgsql as $$
begin
  if (new.number, new.at, new.actor, new.act) = (old.number, old.at, old.actor, old.act)
    and (new.subject = old.subject or new.subject like 'erased-%')
    and member.only_lost_a_name(old.detail, new.detail) then
    return new;
  end if;
  raise exception 'The audit trail only grows: % on % is refused.', tg_op, tg_table_name;
end $$;

create trigger audit_only_loses_a_name before update on member.audit
  for each row execute function member.only_takes_a_name_out();

-- Where a member's mail goes. One address belongs to one member: whoever proves to read it takes it over from whoever
-- only claimed it.
create table member.address (
  member text primary key,
  address text not null check (length(address) between 3 and 254),
  language text not null,
  confirmed boolean not null,
  since timestamptz not null
);
create unique index address_folded on member.address (lower(address));

-- A link that proves that a member reads an address. Stored hashed, like a session.
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

-- Mail to be sent, and mail that was. It holds what a letter is about and never its text: a letter is written when it
-- is sent, so a link's secret part stands nowhere. The address is empty where the member's own is meant; the member is
-- empty where only an address is known. One item of news is one letter to one member, by the unique key.
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

-- Devices that sign a member in. What is kept is public: the key that checks a signature, and the counter that tells a
-- copied device. The handle names the member to the device, and means nothing to anybody else.
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

-- What a device is asked to sign, once and soon. The member is who registers a device; none is known at a sign-in.
create table member.challenge (
  hash bytea primary key check (length(hash) = 32),
  member text,
  expires_at timestamptz not null
);
create index challenge_by_expiry on member.challenge (expires_at);

-- Where members want things delivered, one address for each purpose, such as an order.
create table member.delivery_address (
  member text not null,
  purpose text not null,
  recipient text not null,
  phone text not null,
  lines text not null,
  city text not null,
  region text not null,
  postcode text not null,
  country text not null,
  written_at timestamptz not null,
  primary key (member, purpose)
);

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
