package dev.holdfast.web;

/// Everything between a plant and an owner: units, the network, and those who work in it.
record DeliveryRoutes(DeliveryDoor units, NetworkDoor network, StoreDoor store) implements Door {
    @Override
    public void addTo(Routes routes) {
        units.addTo(routes);
        network.addTo(routes);
        store.addTo(routes);
    }
}
