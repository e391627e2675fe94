package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderId;

/// How anybody can see for themselves that a launch's line is fair.
record FairPage(Frame frame, LaunchView launch) {
    private static final int LAUNCH_DIGITS = 5;
    private static final int VERSION_AT = 12;
    private static final int POSITION_END = 16;

    Words words() {
        return frame.words();
    }

    String name() {
        return words().name(launch.definition().name());
    }

    /// Everybody who ever took a place, whatever became of them.
    long given() {
        return launch.line().positions();
    }

    long live() {
        var line = launch.line();
        return line.held() + line.placed() + line.locked();
    }

    long over() {
        return given() - live();
    }

    long examplePosition() {
        return Math.max(1, given());
    }

    /// The digits of a position inside an id: they read as one hexadecimal number.
    String exampleDigits() {
        return digits(OrderId.of(launch.number(), examplePosition(), 0));
    }

    String exampleId() {
        return OrderId.of(launch.number(), examplePosition(), 0).toString().substring(0, 18) + "-…";
    }

    static String digits(OrderId order) {
        var plain = order.toString().replace("-", "");
        return plain.substring(LAUNCH_DIGITS, VERSION_AT) + plain.substring(VERSION_AT + 1, POSITION_END);
    }
}
