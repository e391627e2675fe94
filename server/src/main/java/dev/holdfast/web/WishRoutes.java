package dev.holdfast.web;

/// The doors of wishes, one for each thing that is asked of them.
record WishRoutes(WishDoor wishes, WishTalkDoor talk, WishDeskDoor desk) implements Door {
    @Override
    public void addTo(Routes routes) {
        wishes.addTo(routes);
        talk.addTo(routes);
        desk.addTo(routes);
    }
}
