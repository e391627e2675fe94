package dev.holdfast.supply.run;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// How sure a window is under the plan in force, as that plan was published with.
///
/// Whoever looks at an open launch looks here too, so the answer is from memory; another instance's publication is
/// seen a few seconds later.
public final class PublishedOdds {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedOdds.class);

    /// How long what is known is not asked for again.
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final RunStore runs;
    private final OddsStore odds;
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    PublishedOdds(RunStore runs, OddsStore odds) {
        this.runs = runs;
        this.odds = odds;
    }

    /// @param judged whether there was a past to hold them against
    private record Known(
            int run, long readAt, Map<String, NavigableMap<LocalDate, OddsStore.Weeks>> odds, boolean judged) {
        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH_NANOS;
        }
    }

    /// @param half the week by which half of those who are promised this window have theirs; null: beyond the horizon
    /// @param likely the week by which nine in ten have
    /// @param judged whether suppliers have a past that these odds were held against; without one they are the plan
    public record Odds(@Nullable Window half, @Nullable Window likely, boolean judged) {}

    /// The odds of a window; empty where there is none, or the plan in force has no odds.
    ///
    /// @param region whose transit weeks the window holds; null: none
    public Optional<Odds> of(LaunchView launch, String offer, @Nullable String region, @Nullable Window promise) {
        Known now = known(launch.number());
        NavigableMap<LocalDate, OddsStore.Weeks> weeks = now.odds().get(offer);
        if (promise == null || weeks == null || weeks.isEmpty()) {
            return Optional.empty();
        }
        int transit = transitWeeks(launch.definition(), region);
        LocalDate week = promise.from().minusWeeks(transit);
        // Who came after the plan may have a week that it gave nobody: they are as late as those before them.
        Map.Entry<LocalDate, OddsStore.Weeks> floor = weeks.floorEntry(week);
        Map.Entry<LocalDate, OddsStore.Weeks> near = floor == null ? weeks.firstEntry() : floor;
        long after = ChronoUnit.WEEKS.between(near.getKey(), week) + transit;
        return Optional.of(new Odds(
                window(near.getValue().half(), after), window(near.getValue().likely(), after), now.judged()));
    }

    private static int transitWeeks(LaunchDefinition definition, @Nullable String region) {
        return definition.regions().stream()
                .filter(one -> one.id().equals(region))
                .mapToInt(LaunchDefinition.Region::transitWeeks)
                .findFirst()
                .orElse(0);
    }

    private static @Nullable Window window(@Nullable LocalDate monday, long after) {
        return monday == null ? null : Window.ofWeek(monday.plusWeeks(after));
    }

    /// A run was published, or its odds are there.
    void changed(int launch) {
        known.remove(launch);
    }

    private Known known(int launch) {
        Known now = known.get(launch);
        if (now != null && now.isFresh()) {
            return now;
        }
        if (now != null) {
            // Others go on with what there is while one asks.
            Known old = now;
            boolean isMine = known.replace(launch, old, new Known(old.run, System.nanoTime(), old.odds, old.judged));
            if (!isMine) {
                return old;
            }
        }
        Known read = read(launch, now);
        known.put(launch, read);
        return read;
    }

    private Known read(int launch, @Nullable Known before) {
        Known old = before == null ? new Known(0, 0, Map.of(), false) : before;
        try {
            int run = runs.inForce(launch);
            boolean isKnown = run == 0 || (run == old.run && !old.odds.isEmpty());
            Map<String, NavigableMap<LocalDate, OddsStore.Weeks>> now = run == 0 ? Map.of() : old.odds;
            boolean isJudged = isKnown
                    ? run != 0 && old.judged
                    : odds.coverage(launch, run).isPresent();
            return new Known(run, System.nanoTime(), isKnown ? now : odds.find(launch, run), isJudged);
        } catch (DataAccessException away) {
            LOG.debug("The odds of launch {} cannot be read now.", launch, away);
            return new Known(old.run, System.nanoTime(), old.odds, old.judged);
        }
    }
}
