package dev.holdfast.supply.master;

import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.plan.input.Mondays;
import dev.holdfast.supply.plan.input.SupplyRows;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What of each component can be used from which week on.
///
/// - A count is what lies there at the end of a day. What was received up to that day is in it and not counted again.
/// - What was received after the count, or of a component nobody counted, is added in the week of its receipt.
/// - What is still to come is usable in the week it is due; what is overdue, at the earliest in the first week planned.
/// - What was built after the count took its parts, the earliest first, and of what is still to come when no more is in
///   hand.
/// - Quarantine takes away from what is in hand: what the count says, and what lots were stopped or freed since.
final class UsableSupply {
    private final Map<String, StockRows.Count> counted;
    private final Standing standing;
    private final BuiltParts built;
    private final Horizon horizon;

    /// @param counted by component, the last count of each
    UsableSupply(Map<String, StockRows.Count> counted, Standing standing, BuiltParts built, Horizon horizon) {
        this.counted = counted;
        this.standing = standing;
        this.built = built;
        this.horizon = horizon;
    }

    List<SupplyRows.Receipt> receipts() {
        Map<String, List<SupplyEvent>> received = received();
        var components = new LinkedHashSet<>(counted.keySet());
        components.addAll(standing.components());
        Map<String, List<SupplyRows.Receipt>> due = due();
        var receipts = new ArrayList<SupplyRows.Receipt>();
        for (String component : components) {
            StockRows.Count count = counted.get(component);
            var usable = new ArrayList<>(inHand(component, received.getOrDefault(component, List.of())));
            usable.addAll(due.getOrDefault(component, List.of()));
            usable.sort(Comparator.comparingInt(SupplyRows.Receipt::week));
            receipts.addAll(less(usable, built.since(component, count == null ? null : count.asOf())));
        }
        return receipts;
    }

    /// What is still to come, by component.
    private Map<String, List<SupplyRows.Receipt>> due() {
        return standing.last(Standing.COMMITMENT).stream()
                .filter(commitment ->
                        !isReceived(commitment) && horizon.counting().counts(status(commitment)))
                .map(this::usable)
                .collect(Collectors.groupingBy(SupplyRows.Receipt::component));
    }

    private SupplyRows.Receipt usable(SupplyEvent commitment) {
        LocalDate due = week(commitment);
        LocalDate usable = due.isBefore(horizon.start()) ? horizon.start() : due;
        return receipt(component(commitment), usable, quantity(commitment));
    }

    /// By component, once for all of them: a long launch has a hundred commitments for each.
    private Map<String, List<SupplyEvent>> received() {
        return standing.last(Standing.COMMITMENT).stream()
                .filter(UsableSupply::isReceived)
                .collect(Collectors.groupingBy(UsableSupply::component));
    }

    /// What is in hand by week, less what may not be used of it, taken from the earliest.
    private List<SupplyRows.Receipt> inHand(String component, List<SupplyEvent> received) {
        StockRows.Count count = counted.get(component);
        var inHand = new ArrayList<SupplyRows.Receipt>();
        if (count != null) {
            inHand.add(receipt(component, monday(count.asOf()), count.onHand()));
        }
        for (SupplyEvent commitment : received) {
            if (count == null || commitment.occurredOn().isAfter(count.asOf())) {
                inHand.add(receipt(component, week(commitment), quantity(commitment)));
            }
        }
        inHand.sort(Comparator.comparingInt(SupplyRows.Receipt::week));
        return less(inHand, stopped(component, count));
    }

    private static List<SupplyRows.Receipt> less(List<SupplyRows.Receipt> earliest, long gone) {
        long left = gone;
        var usable = new ArrayList<SupplyRows.Receipt>();
        for (SupplyRows.Receipt receipt : earliest) {
            long taken = Math.min(left, receipt.quantity());
            left -= taken;
            usable.add(new SupplyRows.Receipt(receipt.component(), receipt.week(), receipt.quantity() - taken));
        }
        return usable;
    }

    private long stopped(String component, StockRows.@Nullable Count count) {
        long stopped = count == null ? 0 : count.quarantined();
        Set<String> lots = standing.subjects(Standing.QUARANTINE);
        for (String lot : lots) {
            List<SupplyEvent> words = standing.words(Standing.QUARANTINE, lot);
            if (component(words.getLast()).equals(component)) {
                stopped += quantity(words.getLast()) - atCount(words, count);
            }
        }
        return Math.max(0, stopped);
    }

    /// What of a lot was stopped when the count was taken, and is therefore in the count's own figure.
    private static long atCount(List<SupplyEvent> words, StockRows.@Nullable Count count) {
        long then = 0;
        for (SupplyEvent word : words) {
            then = count != null && !word.occurredOn().isAfter(count.asOf()) ? quantity(word) : then;
        }
        return then;
    }

    private static SupplyRows.Receipt receipt(String component, LocalDate week, long quantity) {
        return new SupplyRows.Receipt(component, Mondays.number(week), quantity);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static boolean isReceived(SupplyEvent commitment) {
        return status(commitment) == CommitmentStatus.RECEIVED;
    }

    private static CommitmentStatus status(SupplyEvent commitment) {
        return CommitmentStatus.of(String.valueOf(commitment.status())).orElseThrow();
    }

    private static String component(SupplyEvent event) {
        return String.valueOf(event.component());
    }

    private static long quantity(SupplyEvent event) {
        Long quantity = event.quantity();
        return quantity == null ? 0 : quantity;
    }

    private static LocalDate week(SupplyEvent commitment) {
        LocalDate week = commitment.week();
        if (week == null) {
            throw new IllegalStateException("Commitment " + commitment.subject() + " has no week.");
        }
        return week;
    }
}
