package dev.holdfast.supply.plan.input;

/// One thing wrong with the input, and where.
public record Fault(String file, long line, String column, String value, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + column + ": " + value + ": " + reason;
    }
}
