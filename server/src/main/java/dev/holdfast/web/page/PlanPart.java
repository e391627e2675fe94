package dev.holdfast.web.page;

import java.util.Arrays;
import java.util.List;

/// The parts of the planner's room, in the order in which a Monday morning needs them.
enum PlanPart {
    NOW(""),
    WHAT_IF("/what-if"),
    RUNS("/runs"),
    WHY("/why"),
    SUPPLIERS("/suppliers"),
    KEPT("/kept"),
    DATA("/data"),
    EVENTS("/events");

    private final String path;

    PlanPart(String path) {
        this.path = path;
    }

    static List<PlanPart> all() {
        return Arrays.asList(values());
    }

    String address(String slug) {
        return Room.PLAN.address(slug) + path;
    }
}
