package dev.holdfast.supply.plan.files;

/// One thing wrong with the input, and where.
record Fault(String file, long line, String column, String value, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + column + ": " + value + ": " + reason;
    }
}
