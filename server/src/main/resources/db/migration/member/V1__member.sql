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

-- What operators did. It only grows: the trigger refuses everything but an insert.
create table member.audit (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  act text not null,
  subject text not null,
  detail text not null
);

create function member.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail only grows: % on % is refused.', tg_op, tg_table_name;
end $$;

create trigger audit_only_grows before update or delete or truncate on member.audit
  for each statement execute function member.refuse_rewriting();
