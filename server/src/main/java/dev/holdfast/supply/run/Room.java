package dev.holdfast.supply.run;

import dev.holdfast.supply.LaunchOdds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where production, supply and sales look at the same numbers: today's line before today's supply.
///
/// It is what a stay-put plan of this moment would say; nothing of it is kept or published.
///
/// @param inForce number of the run in force; 0 before the first
/// @param figures of the plan of this moment
/// @param wouldMove orders whose window that plan would move
/// @param demand what of the line is likely to stay
/// @param mix whether people order what was planned
/// @param binding what binds in which week, the most orders first, at most 200
/// @param leads what would save most waiting
/// @param reliability how suppliers kept their word, and how windows with odds did
public record Room(
        Instant asOf,
        int inForce,
        LocalDate start,
        PlanReport.Figures figures,
        long wouldMove,
        Demand demand,
        Mix mix,
        List<ConfigurationLine> configurations,
        List<ComponentLine> components,
        List<ResourceLine> resources,
        List<Binding> binding,
        List<PlanReport.Lead> leads,
        Reliability reliability) {
    public Room {
        configurations = List.copyOf(configurations);
        components = List.copyOf(components);
        resources = List.copyOf(resources);
        binding = List.copyOf(binding);
        leads = List.copyOf(leads);
    }

    /// @param coverage of the 90 % windows with odds, as of the run in force; null: nothing was there to judge them by
    public record Reliability(LaunchOdds.@Nullable Coverage coverage, List<SupplierLine> suppliers) {
        public Reliability {
            suppliers = List.copyOf(suppliers);
        }
    }

    /// @param supplier empty: commitments that name none
    /// @param commitments whose week is over
    /// @param clip commit accuracy: the share of what was committed that came in time; null: nothing was due
    /// @param medianWeeksLate null before the first delivery, as the next
    public record SupplierLine(
            String supplier,
            long commitments,
            @Nullable Double clip,
            @Nullable Integer medianWeeksLate,
            @Nullable Integer ninthDecileWeeksLate) {}

    /// How much of the horizon to show, and what to count on.
    ///
    /// @param weeks shown of every curve
    /// @param bufferWeeks a component is at risk when less is left than the next so many weeks use
    /// @param conversion share of the orders not yet locked that will be; null: what the line has shown so far
    public record Look(int weeks, int bufferWeeks, @Nullable Double conversion) {
        public static final int MAX_WEEKS = 104;
        public static final int MAX_BUFFER_WEEKS = 26;
    }

    /// Orders not yet locked stand in as pseudo-orders: each counts as the share of it that will stay.
    ///
    /// @param observed share of the orders whose hold ended that are still in line; null: none ended yet
    /// @param expected locked orders, and of the others the share that will be
    public record Demand(
            long held, long placed, long locked, @Nullable Double observed, double conversion, double expected) {}

    /// @param drift half the sum of the differences between planned and actual shares, 0 to 1; null: nothing planned
    public record Mix(@Nullable Double drift, List<Share> shares) {
        public Mix {
            shares = List.copyOf(shares);
        }
    }

    /// @param planned share of the builds of the run in force; null: none is
    /// @param actual share of the live orders
    public record Share(String configuration, @Nullable Double planned, double actual) {}

    /// @param expected units that are likely to be wanted
    /// @param waiting orders without a window
    /// @param weeks delivery weeks before transit
    public record ConfigurationLine(
            String name, long orders, double expected, long waiting, List<ConfigurationWeek> weeks) {
        public ConfigurationLine {
            weeks = List.copyOf(weeks);
        }
    }

    /// @param promised orders promised by the end of the week
    /// @param builds units that the plan of this moment has by then
    public record ConfigurationWeek(LocalDate week, long promised, long builds) {}

    /// @param riskWeeks weeks in which less is left than the buffer
    public record ComponentLine(String name, List<LocalDate> riskWeeks, List<ComponentWeek> weeks) {
        public ComponentLine {
            riskWeeks = List.copyOf(riskWeeks);
            weeks = List.copyOf(weeks);
        }
    }

    /// @param supplied units usable by the end of the week
    /// @param used units that the plan of this moment has used by then
    /// @param left units of it that are free
    /// @param buffer what the next weeks use, or what the component's own row asks for if that is more
    public record ComponentWeek(LocalDate week, long supplied, long used, long left, long buffer) {}

    public record ResourceLine(String name, List<ResourceWeek> weeks) {
        public ResourceLine {
            weeks = List.copyOf(weeks);
        }
    }

    public record ResourceWeek(LocalDate week, long load, long capacity) {}

    /// @param kind `component` or `resource`
    /// @param week Monday of the build week that orders have because of it; null: beyond the horizon
    public record Binding(
            String kind, String name, @Nullable LocalDate week, long orders) {}
}
