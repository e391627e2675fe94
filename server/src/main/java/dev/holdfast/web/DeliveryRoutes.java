package dev.holdfast.web;

/// Everything between a plant and an owner: units, the network, those who work in it, and when who comes.
record DeliveryRoutes(DeliveryDoor units, NetworkDoor network, StoreDoor store, SlotDoor slots) implements Door {
    @Override
    public void addTo(Routes routes) {
        units.addTo(routes);
        network.addTo(routes);
        store.addTo(routes);
        slots.addTo(routes);
    }
}
