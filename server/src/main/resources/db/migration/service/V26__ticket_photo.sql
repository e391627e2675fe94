create table service.ticket_photo (
  ticket bigint not null references service.ticket,
  id uuid not null,
  at timestamptz not null,
  type text not null check (type in ('image/jpeg', 'image/png')),
  bytes bytea not null,
  checksum text not null generated always as (encode(sha256(bytes), 'hex')) stored,
  primary key (ticket, id)
);
