package dev.holdfast.supply.odds;

/// By when something is there, with what odds; fractions of weeks, week w reaching from `w - 0.5` to `w + 0.5`.
///
/// Fractions, because a quantile of whole weeks jumps, and a jump cannot be calibrated. What people are
/// told is whole weeks again: those between `earliest` and `latest` are the 90 % window, and `half` and
/// `likely` are told as the last week before them.
///
/// @param earliest a twentieth comes before
/// @param half half of all cases
/// @param likely nine of ten
/// @param latest a twentieth comes after
public record Bounds(double earliest, double half, double likely, double latest) {

    /// The last whole week of a bound that something is there by: P50 and P90 as they are told.
    public static int by(double bound) {
        return (int) Math.floor(bound);
    }

    /// First and last whole week of the 90 % window; one week at least.
    public int from() {
        return (int) Math.min(Math.ceil(earliest), Math.rint((earliest + latest) / 2));
    }

    public int to() {
        return (int) Math.max(Math.floor(latest), Math.rint((earliest + latest) / 2));
    }

    public boolean covers(int week) {
        return from() <= week && week <= to();
    }

    /// The same, with no bound in front of the other's.
    Bounds notBefore(Bounds other) {
        return new Bounds(
                Math.max(earliest, other.earliest),
                Math.max(half, other.half),
                Math.max(likely, other.likely),
                Math.max(latest, other.latest));
    }
}
