-- Who may sign in a role. One for which nobody is named stays everybody's, as all were before.
create table community.answer_signer (
  role text not null references community.answer_role,
  member text not null,
  grants boolean not null,
  granted_by text not null,
  at timestamptz not null,
  primary key (role, member)
);
create index answer_signer_by_member on community.answer_signer (member);
