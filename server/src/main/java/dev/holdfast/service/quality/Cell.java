package dev.holdfast.service.quality;

/// Units that have something in common, and what was found of one component in them.
///
/// @param faults units found faulty, each once
/// @param units that were built
/// @param unitDays that they have been in the world: from the day on which each was built, that day counted
public record Cell(By by, String value, int faults, int units, double unitDays) {
    /// A thousand units for thirty days: what a rate is told against.
    private static final double THOUSAND_MONTHS = 30_000;

    public double rate() {
        return unitDays == 0 ? 0 : faults / unitDays * THOUSAND_MONTHS;
    }

    /// With units that have been in the world for no day yet nothing can be said: all is possible.
    public Interval interval() {
        return unitDays == 0
                ? new Interval(0, Double.POSITIVE_INFINITY)
                : Interval.of(faults).per(unitDays / THOUSAND_MONTHS);
    }

    /// What would be found in it if its units were as good as all.
    double expected(Cell all) {
        return all.unitDays() == 0 ? 0 : all.faults() * unitDays / all.unitDays();
    }
}
