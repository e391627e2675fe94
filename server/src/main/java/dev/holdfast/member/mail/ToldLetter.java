package dev.holdfast.member.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// Writes the letters of one kind of news from what was told when they were queued.
///
/// @param told as which JSON keeps it in the queue
/// @param sentences of the module whose news it is, by language
public record ToldLetter<T>(String kind, Class<T> told, Function<String, Sentences> sentences, Text<T> text)
        implements LetterWriter {
    /// What is said of it.
    public interface Text<T> {
        Letter write(T told, Sentences words);
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        T read = JsonMapper.shared().readValue(facts, told);
        return Optional.of(text.write(read, sentences.apply(to.language())));
    }
}
