package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Settlement.Way;
import dev.holdfast.launch.settlement.Owed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a launch owes for broken promises, and where an operator says that it was settled.
///
/// @param size of a full page
/// @param settled one was just settled
/// @param refused why the one just sent was not settled, in words; null: nothing was refused
record StaffOwedPage(
        Frame frame,
        LaunchView launch,
        List<Owed> owed,
        int size,
        boolean settled,
        @Nullable String refused) {
    StaffOwedPage {
        owed = List.copyOf(owed);
    }

    String address() {
        return "/operator/launches/" + launch.slug() + "/owed";
    }

    String since(Owed one) {
        return frame.words().instant(one.since(), launch.definition().timeZone());
    }

    /// What the amount is for.
    String why(Owed one) {
        var words = frame.words();
        var rule = words.sayOrQuote("desk.owed.rule.", one.rule());
        var late = one.weeks() == 0 ? rule : words.say("desk.owed.late", rule, words.number(one.weeks()));
        var run = one.planRun();
        return run == null ? late : late + ", " + words.say("desk.run", run);
    }

    /// The only way in which it can be settled.
    Way way(Owed one) {
        return one.fitsBalance() ? Way.SET_OFF : Way.PAID;
    }

    @Nullable
    Long next() {
        return owed.size() < size ? null : Long.valueOf(owed.getLast().number());
    }
}
