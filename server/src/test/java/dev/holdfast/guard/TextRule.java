package dev.holdfast.guard;

import java.util.List;
import java.util.function.Predicate;

/// A rule that judges the text of one file at a time, whatever its kind.
record TextRule(String sentence, Predicate<Source> where, Judge judge, List<Source> breaches, List<Source> fair)
        implements Rule {

    interface Judge {
        void judge(Source source, Look.Taking look);
    }

    @Override
    public Look look(List<Source> sources) {
        Look.Taking look = new Look.Taking();
        sources.stream().filter(where).forEach(source -> judge.judge(source, look));
        return look.taken();
    }

    /// Judges line by line: each line in which the pattern is found breaks the rule.
    static Judge noLineMatches(java.util.regex.Pattern pattern, String cure) {
        return (source, look) -> {
            look.judged();
            List<String> lines = source.lines();
            for (int at = 0; at < lines.size(); at++) {
                var found = pattern.matcher(lines.get(at));
                if (found.find()) {
                    look.found(source, at + 1L, "'%s': %s".formatted(found.group(), cure));
                }
            }
        };
    }
}
