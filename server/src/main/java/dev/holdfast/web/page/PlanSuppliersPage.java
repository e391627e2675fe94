package dev.holdfast.web.page;

import dev.holdfast.supply.LaunchOdds;
import dev.holdfast.supply.LaunchOdds.Supplier;
import dev.holdfast.supply.LaunchOdds.Window;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The suppliers and how they kept their word, and every promised week with its odds.
record PlanSuppliersPage(PlanFrame plan, LaunchOdds odds) {
    private static final int MAX_WINDOWS = 200;
    private static final int PERCENT = 100;

    /// Who kept the least of their word first: that is whom to call.
    List<Supplier> suppliers() {
        return odds.suppliers().stream()
                .sorted(Comparator.comparingDouble((Supplier one) -> Double.isNaN(one.clip()) ? 2 : one.clip())
                        .thenComparing(Supplier::supplier))
                .toList();
    }

    long wide(Supplier supplier) {
        return Double.isNaN(supplier.clip()) ? 0 : Math.round(supplier.clip() * PERCENT);
    }

    String late(@Nullable Integer weeks) {
        return weeks == null ? "–" : plan.words().count("plan.weeks", weeks);
    }

    List<Window> windows() {
        return odds.windows().stream()
                .sorted(Comparator.comparing(Window::offer).thenComparing(Window::week))
                .limit(MAX_WINDOWS)
                .toList();
    }

    int left() {
        return Math.max(0, odds.windows().size() - MAX_WINDOWS);
    }

    /// Weeks from what is promised to what is likely: what a supplier's record adds.
    String added(Window window) {
        if (window.likely() == null) {
            return plan.words().say("plan.odds.beyond");
        }
        long weeks = ChronoUnit.WEEKS.between(window.week(), window.likely());
        return weeks == 0 ? "–" : (weeks > 0 ? "+" : "−") + plan.words().number(Math.abs(weeks));
    }
}
