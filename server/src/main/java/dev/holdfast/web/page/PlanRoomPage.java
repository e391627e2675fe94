package dev.holdfast.web.page;

import dev.holdfast.supply.run.PlanReport.Lead;
import dev.holdfast.supply.run.PlanRun;
import dev.holdfast.supply.run.Room.Binding;
import dev.holdfast.supply.run.Room.ComponentLine;
import dev.holdfast.supply.run.Room.ConfigurationLine;
import dev.holdfast.supply.run.Room.ResourceLine;
import dev.holdfast.supply.run.Room.SupplierLine;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Line and supply of this moment, for one reader who has picked one of each to look at closely.
///
/// @param inForce the run whose windows people have; null before the first
/// @param shown   weeks
/// @param picked  the configuration, component and resource that are drawn; null: the one that matters most
record PlanRoomPage(
        PlanFrame plan,
        dev.holdfast.supply.run.Room room,
        @Nullable PlanRun inForce,
        int shown,
        Picked picked) {

    static final List<Integer> SPANS = List.of(13, 26, 52, 104);
    private static final int MAX_LEADS = 7;

    record Picked(
            @Nullable String configuration,
            @Nullable String component,
            @Nullable String resource) {}

    private static final int PERCENT = 100;
    private static final int MAX_SUPPLIERS = 7;

    /// Those who kept the least of their word, the least first; who has had nothing due yet is not among them.
    List<SupplierLine> suppliers() {
        return room.reliability().suppliers().stream()
                .filter(supplier -> supplier.clip() != null)
                .sorted(Comparator.comparing(SupplierLine::clip, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(SupplierLine::supplier))
                .limit(MAX_SUPPLIERS)
                .toList();
    }

    String late(@Nullable Integer weeks) {
        return weeks == null ? "–" : plan.words().count("plan.weeks", weeks);
    }

    String conversionPercent() {
        return String.valueOf(Math.round(room.demand().conversion() * PERCENT));
    }

    HeatMap heat() {
        return HeatMap.of(room.start(), Math.min(shown, weeks()), room.binding());
    }

    private int weeks() {
        return room.components().stream()
                .mapToInt(line -> line.weeks().size())
                .max()
                .orElse(shown);
    }

    /// What would save most waiting, the most first.
    List<Lead> leads() {
        return room.leads().stream()
                .filter(lead -> lead.savedOrderWeeks() > 0)
                .limit(MAX_LEADS)
                .toList();
    }

    String words(Lead lead) {
        return PlanLeads.words(lead, plan);
    }

    String tryIt(Lead lead) {
        return PlanLeads.tryIt(lead, plan);
    }

    /// The configurations with most orders first.
    List<ConfigurationLine> configurations() {
        return room.configurations().stream()
                .sorted(Comparator.comparingLong(ConfigurationLine::orders)
                        .reversed()
                        .thenComparing(ConfigurationLine::name))
                .toList();
    }

    /// What keeps most orders waiting first, then what is short soonest. An offer that has no bill and that nobody
    /// ordered is a part of its own that nobody asks about.
    List<ComponentLine> components() {
        var held = held("component");
        return room.components().stream()
                .filter(line -> isAsked(line) || line.name().equals(picked.component()))
                .sorted(Comparator.comparingLong((ComponentLine line) -> -held.getOrDefault(line.name(), 0L))
                        .thenComparing(line -> line.riskWeeks().isEmpty()
                                ? LocalDate.MAX
                                : line.riskWeeks().getFirst())
                        .thenComparing(ComponentLine::name))
                .toList();
    }

    private boolean isAsked(ComponentLine line) {
        boolean isOffer = plan.launch().definition().offers().stream()
                .anyMatch(offer -> offer.id().equals(line.name()));
        return !isOffer || line.weeks().stream().anyMatch(week -> week.used() > 0);
    }

    List<ResourceLine> resources() {
        var held = held("resource");
        return room.resources().stream()
                .sorted(Comparator.comparingLong((ResourceLine line) -> -held.getOrDefault(line.name(), 0L))
                        .thenComparing(ResourceLine::name))
                .toList();
    }

    private Map<String, Long> held(String kind) {
        return room.binding().stream()
                .filter(binding -> binding.kind().equals(kind))
                .collect(Collectors.groupingBy(Binding::name, Collectors.summingLong(Binding::orders)));
    }

    /// Orders that something keeps out of an earlier week.
    long held(String kind, String name) {
        return held(kind).getOrDefault(name, 0L);
    }

    @Nullable
    ConfigurationLine configuration() {
        return pick(configurations(), ConfigurationLine::name, picked.configuration());
    }

    @Nullable
    ComponentLine component() {
        return pick(components(), ComponentLine::name, picked.component());
    }

    @Nullable
    ResourceLine resource() {
        return pick(resources(), ResourceLine::name, picked.resource());
    }

    private static <T> @Nullable T pick(
            List<T> all, java.util.function.Function<T, String> name, @Nullable String wanted) {
        return all.stream()
                .filter(one -> name.apply(one).equals(wanted))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }

    /// The address of this page with one other thing picked.
    String picking(String kind, String name) {
        return PlanQuery.to(plan.at(""))
                .with("weeks", shown)
                .with("configuration", kind.equals("configuration") ? name : picked.configuration())
                .with("component", kind.equals("component") ? name : picked.component())
                .with("resource", kind.equals("resource") ? name : picked.resource())
                .at("#" + kind);
    }

    String spanning(int weeks) {
        return PlanQuery.to(plan.at(""))
                .with("weeks", weeks)
                .with("configuration", picked.configuration())
                .with("component", picked.component())
                .with("resource", picked.resource())
                .at("");
    }

    Steps picture(ConfigurationLine line) {
        return PlanPictures.configuration(line, plan);
    }

    Steps picture(ComponentLine line) {
        return PlanPictures.component(line, plan);
    }

    Steps picture(ResourceLine line) {
        return PlanPictures.resource(line, plan);
    }

    /// Weeks of a resource in which not one more unit has room.
    long full(ResourceLine line) {
        return line.weeks().stream()
                .filter(week -> week.load() > 0 && week.load() >= week.capacity())
                .count();
    }

    /// Its share of the builds of the plan in force; null: none is.
    @Nullable
    Double planned(String configuration) {
        var share = share(configuration);
        return share == null ? null : share.planned();
    }

    /// Its share of the live orders.
    double actual(String configuration) {
        var share = share(configuration);
        return share == null ? 0 : share.actual();
    }

    private dev.holdfast.supply.run.Room.@Nullable Share share(String configuration) {
        return room.mix().shares().stream()
                .filter(share -> share.configuration().equals(configuration))
                .findFirst()
                .orElse(null);
    }
}
