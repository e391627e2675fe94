package dev.holdfast.bench.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How often one rule was broken, and the first few cases in words.
public record Finding(long count, List<String> examples) {
    private static final int EXAMPLES = 5;

    public Finding {
        examples = List.copyOf(examples);
    }

    Finding and(Finding other) {
        return new Finding(
                count + other.count,
                Stream.concat(examples.stream(), other.examples.stream())
                        .limit(EXAMPLES)
                        .toList());
    }

    /// Collects the breaches of one rule.
    static final class Tally {
        private final List<String> examples = new ArrayList<>();
        private long count;

        void add(String example) {
            add(1, example);
        }

        void add(long breaches, String example) {
            if (breaches > 0) {
                count += breaches;
                if (examples.size() < EXAMPLES) {
                    examples.add(example);
                }
            }
        }

        Finding finding() {
            return new Finding(count, examples);
        }
    }
}
