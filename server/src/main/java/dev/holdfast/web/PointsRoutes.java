package dev.holdfast.web;

/// The doors of points, and where they are.
record PointsRoutes(PointsDoor own, PointsDeskDoor desk) implements Door {
    @Override
    public void addTo(Routes routes) {
        own.addTo(routes);
        desk.addTo(routes);
    }
}
