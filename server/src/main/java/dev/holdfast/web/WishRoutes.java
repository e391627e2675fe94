package dev.holdfast.web;

/// The doors of wishes, one for each thing that is asked of them.
record WishRoutes(SimilarDoor similar, WishDoor wishes, WishTalkDoor talk, WishDeskDoor desk) implements Door {
    @Override
    public void addTo(Routes routes) {
        // Before the wishes, one of which it would else be taken for.
        similar.addTo(routes);
        wishes.addTo(routes);
        talk.addTo(routes);
        desk.addTo(routes);
    }
}
