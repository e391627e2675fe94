package dev.holdfast.supply.line;

import dev.holdfast.kernel.Check;
import dev.holdfast.supply.plan.LineCounts;
import dev.holdfast.supply.plan.Plant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The text of `Supplies.Checkpoint#builds`: what is built when of one offer, and whom those who wait stand behind.
///
/// `2027-01-04:12,,3` says that 12 units are built in the week of that Monday, none in the next and 3 in the third.
/// `7+` before it says that the units of 7 orders are there.
/// `/2027-01-18` after it says that somebody waits, and that this was the furthest build week promised when the first
/// of them came; a bare `/`, that none had been. Nobody built and nobody waiting is the empty text. At most
/// [#MAX_LENGTH] characters; the usual half year of builds takes about a hundred.
final class BuildsText {
    static final int MAX_LENGTH = 32 + Plant.MAX_WEEKS * 11;

    private final LocalDate start;
    private final LineCounts counts;

    /// @param start the Monday of build week 1
    BuildsText(LocalDate start, LineCounts counts) {
        this.start = start;
        this.counts = counts;
    }

    String write(int configuration, int weeks) {
        var there = counts.there(configuration) == 0 ? "" : counts.there(configuration) + "+";
        var text = new StringBuilder();
        int last = weeks;
        while (last >= 1 && counts.built(configuration, last) == 0) {
            last--;
        }
        for (int week = 1; week <= last; week++) {
            int built = counts.built(configuration, week);
            if (!text.isEmpty()) {
                text.append(',');
            } else if (built > 0) {
                text.append(monday(week)).append(':');
            }
            text.append(built > 0 ? built : "");
        }
        if (counts.waiting(configuration) > 0) {
            int behind = counts.waitsBehind(configuration);
            text.append('/').append(behind > 0 ? monday(behind) : "");
        }
        return there + text;
    }

    /// Adds what a text says of a configuration to the counts.
    ///
    /// @param live orders of the offer: who is not built waits
    void read(String text, int configuration, long live) {
        Check.that(text.length() <= MAX_LENGTH, "Builds of %s characters are none of ours.", text.length());
        int plus = text.indexOf('+');
        counts.finish(configuration, plus < 0 ? 0 : Integer.parseInt(text.substring(0, plus)));
        String[] parts = text.substring(plus + 1).split("/", 2);
        if (!parts[0].isEmpty()) {
            String[] dated = parts[0].split(":", 2);
            int week = week(dated[0]);
            for (String built : dated[1].split(",", -1)) {
                counts.build(configuration, week++, built.isEmpty() ? 0 : Integer.parseInt(built));
            }
        }
        int waiting = Math.toIntExact(live) - counts.live(configuration);
        Check.that(waiting >= 0, "%s orders are live and %s built or there.", live, counts.live(configuration));
        int behind = parts.length < 2 || parts[1].isEmpty() ? 0 : week(parts[1]);
        counts.await(configuration, waiting, behind);
    }

    private LocalDate monday(int week) {
        return start.plusWeeks(week - 1L);
    }

    private int week(String monday) {
        return Math.toIntExact(ChronoUnit.WEEKS.between(start, LocalDate.parse(monday))) + 1;
    }
}
