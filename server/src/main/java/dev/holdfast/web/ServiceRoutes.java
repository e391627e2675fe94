package dev.holdfast.web;

/// Everything after a hand-over.
record ServiceRoutes(TicketDoor tickets, TicketPhotoDoor photos, OverdueDoor overdue, WorkDoor work) implements Door {
    @Override
    public void addTo(Routes routes) {
        tickets.addTo(routes);
        photos.addTo(routes);
        overdue.addTo(routes);
        work.addTo(routes);
    }
}
