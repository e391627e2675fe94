package dev.holdfast.bench.fuzz;

import java.util.Map;

/// What came back.
///
/// @param status 0: the connection ended without an answer; -1: nothing came in time
/// @param headers by their names in small letters; the last of several
record Answer(int status, Map<String, String> headers, String body) {
    static final Answer NONE = new Answer(0, Map.of(), "");
    static final Answer LATE = new Answer(-1, Map.of(), "");

    boolean came() {
        return status > 0;
    }

    boolean isLate() {
        return status < 0;
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /// Without its parameters.
    String type() {
        return header("content-type").replaceFirst(";.*", "").strip();
    }

    boolean isProblem() {
        return type().equals("application/problem+json");
    }

    /// Enough of it to be read by somebody.
    String brief() {
        String text = body.length() > 600 ? body.substring(0, 600) + "..." : body;
        return status + " " + header("content-type") + " " + text;
    }
}
