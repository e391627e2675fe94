package dev.holdfast.web.page;

import dev.holdfast.supply.run.PlanReport.Shift;
import java.util.ArrayList;
import java.util.List;

/// How many orders move by how many weeks, as bars with their numbers.
record MovedWeeks(List<Bar> bars) {
    /// One more than so many weeks are one bar.
    private static final int MAX_WEEKS = 8;

    MovedWeeks {
        bars = List.copyOf(bars);
    }

    /// @param wide of a hundred
    record Bar(String words, long orders, long wide, boolean isLater) {}

    static MovedWeeks of(List<Shift> shifts, long lost, long reached, Words words) {
        var bars = new ArrayList<Bar>();
        long most = Math.max(Math.max(lost, reached), 1);
        for (int weeks = -MAX_WEEKS; weeks <= MAX_WEEKS; weeks++) {
            most = Math.max(most, orders(shifts, weeks));
        }
        add(bars, words.say("plan.moved.reached"), reached, most, false);
        for (int weeks = -MAX_WEEKS; weeks <= MAX_WEEKS; weeks++) {
            if (weeks != 0) {
                add(bars, words(weeks, words), orders(shifts, weeks), most, weeks > 0);
            }
        }
        add(bars, words.say("plan.moved.lost"), lost, most, true);
        return new MovedWeeks(bars);
    }

    private static void add(List<Bar> bars, String words, long orders, long most, boolean isLater) {
        if (orders > 0) {
            bars.add(new Bar(words, orders, Math.max(1, Math.round(100.0 * orders / most)), isLater));
        }
    }

    private static long orders(List<Shift> shifts, int weeks) {
        return shifts.stream()
                .filter(shift -> Math.clamp(shift.weeks(), -MAX_WEEKS, MAX_WEEKS) == weeks)
                .mapToLong(Shift::orders)
                .sum();
    }

    private static String words(int weeks, Words words) {
        int many = Math.abs(weeks);
        var much = words.count("plan.weeks", many);
        var key = weeks < 0 ? "plan.moved.earlier" : "plan.moved.later";
        return words.say(many == MAX_WEEKS ? key + ".more" : key, much);
    }
}
