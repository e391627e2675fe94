package dev.holdfast.member.mail;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The writers of one module's letters.
public record LetterWriters(List<LetterWriter> all) {
    public LetterWriters {
        all = List.copyOf(all);
    }

    /// One for every kind of news: a kind that had none would be queued, and never leave.
    public static <K> LetterWriters of(K[] kinds, Function<K, LetterWriter> writer) {
        return new LetterWriters(Stream.of(kinds).map(writer).toList());
    }
}
