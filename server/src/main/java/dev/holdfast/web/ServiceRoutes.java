package dev.holdfast.web;

/// Everything after a hand-over.
record ServiceRoutes(TicketDoor tickets) implements Door {
    @Override
    public void addTo(Routes routes) {
        tickets.addTo(routes);
    }
}
