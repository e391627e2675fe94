package dev.holdfast.web;

import dev.holdfast.web.PaperParts.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A plant that builds units of a launch with bills, and who has one by which plan.
final class PlayedPlant {
    private final PlayedLine line;
    private final PaperParts parts;
    private final Map<Long, Set<String>> finishedOf = new HashMap<>();
    private Set<String> finished = Set.of();
    private Set<String> early = Set.of();
    private int built;

    PlayedPlant(PlayedLine line, PaperParts parts) {
        this.line = line;
        this.parts = parts;
    }

    /// Builds one more unit, for whoever is first.
    void build(String offer, Opening door) {
        Instant now = door.server.clock().instant();
        door.server
                .post(door.operatorPath("/units"))
                .byOperator()
                .body(
                        "text/csv",
                        "serial,configuration,state,at\n" + door.slug + "-U" + ++built + "," + offer + ",built," + now
                                + "\n")
                .send()
                .is(200);
        parts.built.add(new PaperParts.Built(offer, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    boolean hasBuilt() {
        return built > 0;
    }

    /// A run was computed just now.
    void computed(long run, Known known) {
        finishedOf.put(run, finished(known));
    }

    void published(long run, Known known) {
        finished = Objects.requireNonNullElseGet(finishedOf.get(run), () -> finished(known));
        early = new HashSet<>();
        line.live().stream()
                .filter(order -> order.state().equals("BUILT") && !finished.contains(order.id))
                .forEach(order -> early.add(order.id));
    }

    /// The first of each offer who have their unit, as many as there were units when this was known.
    private Set<String> finished(Known known) {
        Set<String> first = new HashSet<>();
        for (String offer : PaperParts.OFFERS) {
            line.byEntry().stream()
                    .filter(order ->
                            order.offer().equals(offer) && order.state().equals("BUILT"))
                    .limit(known.built(offer))
                    .forEach(order -> first.add(order.id));
        }
        return first;
    }

    /// Orders that the plan in force builds nothing for.
    long finished() {
        return finished.size();
    }

    /// Orders for which nothing has to be built by the window they have.
    Set<String> there() {
        Set<String> there = new HashSet<>(finished);
        there.addAll(early);
        return there;
    }

    /// Whether the unit of somebody came after the plan in force was computed: they keep the window of before, and the
    /// later week that it had for them.
    boolean isAnybodyEarly() {
        return !early.isEmpty();
    }
}
