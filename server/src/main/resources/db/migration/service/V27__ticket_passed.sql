alter table service.ticket_step add column place text;
