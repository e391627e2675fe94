create index ticket_unanswered on service.ticket (answer_due, number)
  where answered_at is null and state not in ('CONFIRMED', 'WITHDRAWN');
