package dev.holdfast.web;

/// Everything between a plant and an owner: units, the network, those who work in it, when who comes, and what is gone
/// through.
record DeliveryRoutes(DeliveryDoor units, NetworkDoor network, StoreDoor store, SlotDoor slots, HandOverDoor handOvers)
        implements Door {
    @Override
    public void addTo(Routes routes) {
        units.addTo(routes);
        network.addTo(routes);
        store.addTo(routes);
        slots.addTo(routes);
        handOvers.addTo(routes);
    }
}
