package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.CompensationRule;
import dev.holdfast.launch.EntryRules;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Mode;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.launch.LaunchDefinition.Region;
import dev.holdfast.launch.SpecVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A launch as an operator sends it, before its defaults are filled in.
record LaunchRequest(
        @Nullable Map<String, String> name,
        @Nullable Instant opensAt,
        @Nullable Instant revealAt,
        @Nullable Instant closesAt,
        @Nullable ZoneId timeZone,
        @Nullable String currency,
        @Nullable Integer limitPerMember,
        @Nullable Duration payWithin,
        @Nullable Duration lockAfter,
        @Nullable BeyondSupply beyondSupply,
        @Nullable Boolean changeKeepsPosition,
        @Nullable String termsVersion,
        @Nullable List<RegionRequest> regions,
        @Nullable List<OfferRequest> offers,
        @Nullable String ruleSet,
        @Nullable List<@Nullable CompensationRequest> compensation,
        @Nullable WaitingRoomRequest waitingRoom,
        @Nullable EntryRequest entry,
        @Nullable Mode mode,
        @Nullable Campaign campaign,
        @Nullable SpecRequest spec) {

    record RegionRequest(
            @Nullable String id,
            @Nullable Map<String, String> name,
            @Nullable Integer transitWeeks) {}

    record OfferRequest(
            @Nullable String id,
            @Nullable Map<String, String> name,
            @Nullable Long price,
            @Nullable Long deposit) {}

    record SpecRequest(@Nullable String product, @Nullable Integer version) {}

    /// @throws Problem INVALID naming every field that is missing
    LaunchDefinition definition() {
        Required required = new Required();
        LaunchDefinition plain = new LaunchDefinition(
                required.texts("name", name),
                required.value("opensAt", opensAt, Instant.EPOCH),
                revealAt,
                closesAt,
                timeZone == null ? ZoneId.of("UTC") : timeZone,
                required.value("currency", currency, ""),
                required.value("limitPerMember", limitPerMember, 1),
                required.value("payWithin", payWithin, Duration.ZERO),
                required.value("lockAfter", lockAfter, Duration.ZERO),
                required.value("beyondSupply", beyondSupply, BeyondSupply.REFUSE),
                changeKeepsPosition == null || changeKeepsPosition,
                termsVersion,
                regions(required),
                offers(required));
        LaunchDefinition definition =
                plain.with(parts -> parts.ruleSet(ruleSet == null ? LaunchDefinition.DEFAULT_RULES : ruleSet)
                        .compensation(compensation(required))
                        .waitingRoom(waitingRoom == null ? null : waitingRoom.room(required.missing::add))
                        .entry(entry == null ? EntryRules.OPEN : entry.rules(required.missing::add))
                        .mode(mode == null ? Mode.PREORDER : mode)
                        .campaign(campaign)
                        .spec(spec == null ? null : spec(spec, required)));
        required.refuseMissing();
        return definition;
    }

    private static SpecVersion spec(SpecRequest spec, Required required) {
        return new SpecVersion(
                required.value("spec.product", spec.product, ""), required.value("spec.version", spec.version, 0));
    }

    private List<CompensationRule> compensation(Required required) {
        List<CompensationRule> all = new ArrayList<>();
        for (CompensationRequest rule :
                compensation == null ? List.<@Nullable CompensationRequest>of() : compensation) {
            CompensationRequest given = rule == null ? new CompensationRequest(null, null, null, null, null) : rule;
            all.add(given.rule("compensation[" + all.size() + "]", required.missing::add));
        }
        return all;
    }

    private List<Region> regions(Required required) {
        List<Region> all = new ArrayList<>();
        for (RegionRequest region : regions == null ? List.<RegionRequest>of() : regions) {
            String at = "regions[" + all.size() + "].";
            all.add(new Region(
                    required.value(at + "id", region.id(), ""),
                    required.texts(at + "name", region.name()),
                    region.transitWeeks() == null ? 0 : region.transitWeeks()));
        }
        return all;
    }

    private List<Offer> offers(Required required) {
        List<Offer> all = new ArrayList<>();
        for (OfferRequest offer : required.value("offers", offers, List.<OfferRequest>of())) {
            String at = "offers[" + all.size() + "].";
            all.add(new Offer(
                    required.value(at + "id", offer.id(), ""),
                    required.texts(at + "name", offer.name()),
                    required.value(at + "price", offer.price(), 0L),
                    required.value(at + "deposit", offer.deposit(), 0L)));
        }
        return all;
    }

    /// Gathers what is missing, so that all of it is told at once.
    private static final class Required {
        private final List<Fault> missing = new ArrayList<>();

        private <T> T value(String where, @Nullable T value, T otherwise) {
            if (value == null) {
                missing.add(new Fault(where, null, "is required"));
                return otherwise;
            }
            return value;
        }

        private Map<String, String> texts(String where, @Nullable Map<String, String> value) {
            boolean holdsNull = value != null && value.containsValue(null);
            return value(where, holdsNull ? null : value, Map.of());
        }

        private void refuseMissing() {
            if (!missing.isEmpty()) {
                throw new Problem(
                        Problem.Kind.INVALID,
                        "invalid_request",
                        "'" + missing.getFirst().where() + "' is required"
                                + (missing.size() > 1 ? ", and " + (missing.size() - 1) + " more fields are" : "")
                                + ". Nothing was changed.",
                        missing);
            }
        }
    }
}
