package dev.holdfast.launch.review;

import dev.holdfast.launch.Screening.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One reason for suspicion.
///
/// @param count of other members, or the milliseconds after the opening
/// @param points it weighs
public record Evidence(Signal signal, long count, int points) {
    /// As a row holds it: `instrument 3 60, device 2 30`.
    static String text(List<Evidence> all) {
        return all.stream()
                .map(one -> one.signal.name().toLowerCase(Locale.ROOT) + " " + one.count + " " + one.points)
                .collect(Collectors.joining(", "));
    }

    /// What such a row says.
    public static List<Evidence> read(String text) {
        return Arrays.stream(text.split(", "))
                .map(one -> one.split(" "))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Evidence(
                        Signal.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                        Long.parseLong(parts[1]),
                        Integer.parseInt(parts[2])))
                .toList();
    }
}
