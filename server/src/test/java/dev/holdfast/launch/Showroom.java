package dev.holdfast.launch;

import dev.holdfast.HandClock;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.launch.LaunchDefinition.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The launch that the tests of this module play: offers `offer-1`, `offer-2` .., two regions, a deposit of 500000.
public record Showroom(
        int offers,
        int limitPerMember,
        BeyondSupply beyondSupply,
        boolean changeKeepsPosition,
        @Nullable String termsVersion) {
    public static final String OPERATOR = "operator-1";
    public static final long DEPOSIT = 500_000;
    public static final Duration PAY_WITHIN = Duration.ofMinutes(15);
    public static final Duration LOCK_AFTER = Duration.ofDays(7);

    /// One offer, anybody may order any number, nobody gets in past the supply.
    public static final Showroom SMALL = new Showroom(1, 1_000_000, BeyondSupply.REFUSE, true, null);

    public Showroom withOffers(int count) {
        return new Showroom(count, limitPerMember, beyondSupply, changeKeepsPosition, termsVersion);
    }

    public Showroom withLimit(int limit) {
        return new Showroom(offers, limit, beyondSupply, changeKeepsPosition, termsVersion);
    }

    public Showroom with(BeyondSupply beyond) {
        return new Showroom(offers, limitPerMember, beyond, changeKeepsPosition, termsVersion);
    }

    public Showroom changesLosePosition() {
        return new Showroom(offers, limitPerMember, beyondSupply, false, termsVersion);
    }

    public static String offer(int number) {
        return "offer-" + number;
    }

    public List<String> offerIds() {
        return IntStream.rangeClosed(1, offers).mapToObj(Showroom::offer).toList();
    }

    /// Open since the day before [HandClock#NOON].
    public LaunchDefinition definition() {
        Instant opensAt = HandClock.NOON.minus(Duration.ofDays(1));
        List<Offer> sold = offerIds().stream()
                .map(id -> new Offer(id, Map.of("en", id), 27_990_000, DEPOSIT))
                .toList();
        List<Region> regions =
                List.of(new Region("north", Map.of("en", "North"), 0), new Region("south", Map.of("en", "South"), 2));
        return new LaunchDefinition(
                Map.of("en", "Car"),
                opensAt,
                null,
                null,
                ZoneOffset.UTC,
                "CNY",
                limitPerMember,
                PAY_WITHIN,
                LOCK_AFTER,
                beyondSupply,
                changeKeepsPosition,
                termsVersion,
                regions,
                sold);
    }
}
