package dev.holdfast.supply.plan;

/// How weeks are given to the orders of a line.
public enum Rule {
    /// Everyone gets the earliest week that those ahead leave: the lexicographic minimum by position.
    LINE("line"),
    /// Everyone keeps the promise if those ahead leave a way to; the rule to promise again by.
    STAY_PUT("stay-put"),
    /// As many promises as possible are kept, whoever pays for it; for comparison only, since it is not fair.
    PROTECT_ALL("protect-all");

    private final String label;

    Rule(String label) {
        this.label = label;
    }

    /// The name on the command line and in reports.
    public String label() {
        return label;
    }

    public Plan plan(Plant plant, Line line) {
        return switch (this) {
            case LINE -> new LineRule(plant, line).plan();
            case STAY_PUT -> new StayPutRule(plant, line).plan();
            case PROTECT_ALL -> new ProtectAllRule(plant, line).plan();
        };
    }
}
