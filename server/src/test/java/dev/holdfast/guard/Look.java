package dev.holdfast.guard;

import java.util.ArrayList;
import java.util.List;

/// What a rule saw: how many things it judged, and a sentence for each that breaks it.
public record Look(long judged, List<String> findings) {

    public Look {
        findings = List.copyOf(findings);
    }

    /// Collects a look while a rule walks the sources.
    public static final class Taking {
        private final List<String> findings = new ArrayList<>();
        private long judged;

        public void judged() {
            judged++;
        }

        public void found(Source source, long line, String what) {
            findings.add("%s:%s: %s".formatted(source.path(), line, what));
        }

        public Look taken() {
            return new Look(judged, findings);
        }
    }
}
