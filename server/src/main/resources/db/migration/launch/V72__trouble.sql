-- Promises that a provider refused or did not answer for: few of many, and looked for by the operator's page.
create index authorisation_in_trouble on launch.authorisation (launch, next_attempt_at)
  where act is not null and last_fault is not null;
