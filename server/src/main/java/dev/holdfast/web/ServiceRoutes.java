package dev.holdfast.web;

/// Everything after a hand-over.
record ServiceRoutes(TicketDoor tickets, WorkDoor work) implements Door {
    @Override
    public void addTo(Routes routes) {
        tickets.addTo(routes);
        work.addTo(routes);
    }
}
