package dev.holdfast.launch.news;

import dev.holdfast.launch.OrderId;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The letter about a moved window: what it was, what it is, why, and where to decide.
final class MovedLetter implements LetterWriter {
    private final Function<String, Sentences> sentences = Sentences.beside(MovedLetter.class);
    private final Catalogue catalogue;
    private final Supplier<URI> site;

    MovedLetter(Catalogue catalogue, Supplier<URI> site) {
        this.catalogue = catalogue;
        this.site = site;
    }

    @Override
    public String kind() {
        return Kind.PROMISE_MOVED.word();
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        JsonNode told = Facts.read(facts);
        Sentences words = sentences.apply(to.language());
        OrderId order = OrderId.parse(told.path("order").asString()).orElseThrow();
        Catalogue.Names names = catalogue.of(order.launch());
        String launch = words.name(names.name());
        String offer = words.name(names.offer(told.path("offer").asString()));
        LocalDate first = Facts.monday(told, "first");
        String text = String.join(
                "\n\n",
                words.say("order", launch, offer, order.position()),
                what(words, Facts.monday(told, "was"), Facts.monday(told, "now")),
                reason(words, told),
                first == null ? words.say("first.none") : words.say("first", days(words, first)),
                words.say("page", site.get().resolve("/orders/" + order)));
        return Optional.of(new Letter(words.say("moved.subject", launch), text));
    }

    private static String what(Sentences words, @Nullable LocalDate was, @Nullable LocalDate now) {
        if (now == null) {
            return was == null ? words.say("moved.waits") : words.say("moved.lost", days(words, was));
        }
        return was == null
                ? words.say("moved.reached", days(words, now))
                : words.say("moved", days(words, was), days(words, now));
    }

    /// What a part or a resource is called among planners is nothing for a letter: the explanation has words for it.
    static String reason(Sentences words, JsonNode told) {
        JsonNode explanation = told.path("explanation");
        return explanation.isObject()
                ? words.say("reason.because", words.name(Facts.texts(explanation)))
                : words.say(
                        "reason",
                        words.sayOrQuote("reason.", told.path("reason").asString()));
    }

    static String days(Sentences words, LocalDate monday) {
        return words.days(monday, monday.plusDays(6));
    }
}
