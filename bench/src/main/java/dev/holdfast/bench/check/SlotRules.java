package dev.holdfast.bench.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds what seekers of slots were told against the book. There were places for those whose turn it was and for nobody
/// else, so after a run every place is taken, by one of them.
public final class SlotRules {
    private final List<Seeker> seekers;
    private final SlotBook book;
    private final Map<Long, Integer> inBook = new HashMap<>();

    public SlotRules(List<Seeker> seekers, SlotBook book) {
        this.seekers = List.copyOf(seekers);
        this.book = book;
        book.booked().values().forEach(slot -> inBook.merge(slot, 1, Integer::sum));
    }

    /// All counts, in the order in which they are told. Each must be 0.
    public Map<String, Finding> findings() {
        var findings = new LinkedHashMap<String, Finding>();
        findings.put("doubleBooked", doubleBooked());
        findings.put("miscounted", miscounted());
        findings.put("lostAcknowledged", lostAcknowledged());
        findings.put("neverTold", neverTold());
        findings.put("outOfTurn", outOfTurn());
        findings.put("leftFree", leftFree());
        return findings;
    }

    /// No slot has more people than places: not in the book, and not by what people were told who asked for one alone.
    private Finding doubleBooked() {
        var told = new HashMap<Long, Integer>();
        seekers.stream()
                .filter(seeker -> seeker.told().size() == 1)
                .forEach(seeker -> seeker.told().forEach(slot -> told.merge(slot, 1, Integer::sum)));
        var tally = new Finding.Tally();
        for (SlotBook.Counter counter : book.counters()) {
            int people = Math.max(inBook(counter), told.getOrDefault(counter.slot(), 0));
            tally.add(
                    people - counter.capacity(),
                    "slot " + counter.slot() + " has " + counter.capacity() + " places and " + people + " people");
        }
        return tally.finding();
    }

    private int inBook(SlotBook.Counter counter) {
        return inBook.getOrDefault(counter.slot(), 0);
    }

    /// Each counter says how many have a place.
    private Finding miscounted() {
        var tally = new Finding.Tally();
        for (SlotBook.Counter counter : book.counters()) {
            if (counter.taken() != inBook(counter)) {
                tally.add("slot " + counter.slot() + " counts " + counter.taken() + " and has " + inBook(counter));
            }
        }
        return tally.finding();
    }

    /// Whoever was told of a place has it.
    private Finding lostAcknowledged() {
        var tally = new Finding.Tally();
        for (Seeker seeker : seekers) {
            Long has = book.booked().get(seeker.order());
            if (!seeker.told().isEmpty() && (has == null || !seeker.told().contains(has))) {
                tally.add("order " + seeker.order() + " was told " + seeker.told() + " and has " + has);
            }
        }
        return tally.finding();
    }

    /// Whoever has a place was told so.
    private Finding neverTold() {
        Set<String> told = new HashSet<>();
        seekers.stream().filter(seeker -> !seeker.told().isEmpty()).forEach(seeker -> told.add(seeker.order()));
        var tally = new Finding.Tally();
        book.booked().forEach((order, slot) -> {
            if (!told.contains(order)) {
                tally.add("order " + order + " has slot " + slot + " and nobody told it");
            }
        });
        return tally.finding();
    }

    /// Whose turn it was has a place, and nobody else has.
    private Finding outOfTurn() {
        var tally = new Finding.Tally();
        for (Seeker seeker : seekers) {
            boolean has = book.booked().containsKey(seeker.order());
            if (has != seeker.inTurn()) {
                tally.add("order " + seeker.order() + (has ? " overtook others" : " was turned away"));
            }
        }
        return tally.finding();
    }

    /// No place is left free.
    private Finding leftFree() {
        var tally = new Finding.Tally();
        for (SlotBook.Counter counter : book.counters()) {
            tally.add(
                    counter.capacity() - (long) inBook(counter),
                    "slot " + counter.slot() + " has " + inBook(counter) + " of " + counter.capacity());
        }
        return tally.finding();
    }
}
