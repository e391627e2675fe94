package dev.holdfast.web;

/// The doors of planning, and where they are.
record PlanningRoutes(PlanDoor plan, RoomDoor room, AlternativesDoor others) implements Door {
    @Override
    public void addTo(Routes routes) {
        routes.add("POST", "operator/launches/*/plans", plan::ask)
                .add("GET", "operator/launches/*/plans", plan::list)
                .add("GET", "operator/launches/*/plans/*", plan::look)
                .add("POST", "operator/launches/*/plans/*/publish", plan::publish)
                .add("GET", "operator/launches/*/plans/*/orders/*", plan::explain)
                .add("GET", "operator/launches/*/room", room::look)
                .add("POST", "operator/launches/*/what-if", room::whatIf)
                .add("GET", "launches/*/alternatives", others::ofLaunch)
                .add("GET", "orders/*/alternatives", others::ofOrder);
    }
}
