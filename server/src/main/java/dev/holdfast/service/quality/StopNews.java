package dev.holdfast.service.quality;

import dev.holdfast.delivery.unit.QuarantinedUnit;
import dev.holdfast.delivery.unit.UnitState;
import dev.holdfast.member.mail.Mails;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// Queues the letters about what was stopped, in the transaction of the act.
final class StopNews {
    /// What there is to be told.
    enum Kind {
        /// To whoever has it already.
        OWNER,
        /// To whoever was to get it.
        WAITING,
        RELEASED;

        String word() {
            return "stop_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Mails mails;

    StopNews(Mails mails) {
        this.mails = mails;
    }

    /// @param words of the desk, by language
    record Told(String order, String serial, Map<String, String> words) {
        Told {
            words = Map.copyOf(words);
        }
    }

    void stopped(int stop, Map<String, String> words, List<QuarantinedUnit> units) {
        queue(
                Kind.OWNER,
                stop,
                words,
                units.stream().filter(StopNews::delivered).toList());
        queue(
                Kind.WAITING,
                stop,
                words,
                units.stream().filter(unit -> !delivered(unit)).toList());
    }

    private static boolean delivered(QuarantinedUnit unit) {
        return unit.state() == UnitState.DELIVERED;
    }

    void released(int stop, Map<String, String> words, List<QuarantinedUnit> units) {
        queue(Kind.RELEASED, stop, words, units);
    }

    private void queue(Kind kind, int stop, Map<String, String> words, List<QuarantinedUnit> units) {
        List<Mails.Item> items = units.stream()
                .filter(unit -> unit.member() != null)
                .map(unit -> new Mails.Item(
                        kind.word() + "/" + stop + "/" + unit.serial(),
                        Objects.requireNonNull(unit.member()),
                        JsonMapper.shared()
                                .writeValueAsString(new Told(String.valueOf(unit.order()), unit.serial(), words))))
                .toList();
        if (!items.isEmpty()) {
            mails.queue(kind.word(), items);
        }
    }
}
