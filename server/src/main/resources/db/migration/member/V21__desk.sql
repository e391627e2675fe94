-- What was done to one order or one launch.
create index audit_by_subject on member.audit (subject, number);
