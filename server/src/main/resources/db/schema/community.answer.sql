-- Official answers.

-- In which capacity the brand answers: "product manager". Data, so that a house can name its own.
create table community.answer_role (
  id text primary key,
  name_en text not null,
  name_zh text not null,
  at timestamptz not null
);

-- Who may sign in a role, and who of them may name others. A role without a row is everybody's.
-- Whoever named somebody has acted for the brand, and is not erased.
create table community.answer_signer (
  role text not null references community.answer_role,
  member text not null,
  grants boolean not null,
  granted_by text not null,
  at timestamptz not null,
  primary key (role, member)
);
create index answer_signer_by_member on community.answer_signer (member);

-- What was answered. Appended, 1, 2, 3 for each wish under the lock of its row: the last one holds. The role's name is
-- kept as it signed. Who acts for the brand stands here, and whoever does is not erased; the reasons may name a member,
-- and lose the name when the member is erased.
create table community.answer (
  wish uuid not null,
  number int not null check (number > 0),
  role text not null references community.answer_role,
  role_en text not null,
  role_zh text not null,
  decision text not null
    check (decision in ('ACCEPTED', 'ACCEPTED_IN_PART', 'LATER', 'DECLINED', 'EXISTS_ALREADY', 'NEEDS_MORE')),
  reason_en text not null,
  reason_zh text not null,
  promised_by date,
  operator text not null,
  at timestamptz not null,
  primary key (wish, number),
  check (case when decision in ('ACCEPTED', 'ACCEPTED_IN_PART') then promised_by is not null
    when decision = 'LATER' then true else promised_by is null end)
);

create trigger answer_only_grows before delete or truncate on community.answer
  for each statement execute function community.history_only_grows();
create trigger answer_only_loses_a_name before update on community.answer
  for each row execute function community.step_only_loses_a_name();

-- The sentences of each answer, by a digest of their letters, so that one sentence given to many is found out.
create table community.answer_sentence (
  digest bytea not null,
  wish uuid not null,
  number int not null,
  language text not null,
  letters int not null,
  primary key (digest, wish, number),
  foreign key (wish, number) references community.answer
);
create index answer_sentence_by_answer on community.answer_sentence (wish, number);
