alter table service.ticket add column visit uuid;
create unique index ticket_of_visit on service.ticket (visit) where visit is not null;
