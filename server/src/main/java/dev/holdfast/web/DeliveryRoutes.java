package dev.holdfast.web;

/// Everything between a plant and an owner: units, the network, those who work in it, when who comes, what is gone
/// through, what is left to pay, and whether it was what was promised.
record DeliveryRoutes(
        DeliveryDoor units,
        NetworkDoor network,
        StoreDoor store,
        SlotDoor slots,
        HandOverDoor handOvers,
        KeptDoor kept,
        BalanceDoor balances,
        BankDoor bank)
        implements Door {
    @Override
    public void addTo(Routes routes) {
        units.addTo(routes);
        network.addTo(routes);
        store.addTo(routes);
        slots.addTo(routes);
        handOvers.addTo(routes);
        kept.addTo(routes);
        balances.addTo(routes);
        bank.addTo(routes);
    }
}
