package dev.holdfast.launch.news;

import dev.holdfast.launch.OrderId;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A letter about an order: which one it is, what there is to say, and the one link to the page where all of it stands
/// and can be decided.
final class OrderLetter implements LetterWriter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(OrderLetter.class);

    private final Kind kind;
    private final Body body;
    private final Catalogue catalogue;
    private final Supplier<URI> site;

    private OrderLetter(Kind kind, Body body, Catalogue catalogue, Supplier<URI> site) {
        this.kind = kind;
        this.body = body;
        this.catalogue = catalogue;
        this.site = site;
    }

    /// The paragraphs between, in the order of their weight: bad news first and whole.
    interface Body {
        List<String> say(Sentences words, JsonNode told, Catalogue.Names names);
    }

    static OrderLetter of(Kind kind, Catalogue catalogue, Supplier<URI> site) {
        return new OrderLetter(kind, body(kind), catalogue, site);
    }

    private static Body body(Kind kind) {
        return switch (kind) {
            case PROMISE_MOVED -> WindowText::moved;
            case CONSENT_ASKED -> ConsentText::asked;
            case CONSENT_REMINDED -> ConsentText::reminded;
            case CONSENT_WITHDRAWN -> ConsentText::withdrawn;
            case CONSENT_KEPT -> ConsentText::kept;
            case ORDER_CANCELLED_BY_DELAY -> ConsentText::cancelled;
            case LOCK_ASKED -> MoneyText::lock;
            case COMPENSATION_DUE -> MoneyText::compensation;
            case COMPENSATION_SETTLED -> MoneyText::settled;
            case CAMPAIGN_SUCCEEDED -> PledgeText::succeeded;
            case CAMPAIGN_FAILED -> PledgeText::failed;
            case PLEDGE_CAPTURED -> PledgeText::captured;
            case PLEDGE_REFUSED -> PledgeText::refused;
            case PLEDGE_DROPPED -> PledgeText::dropped;
            case REVIEW_OPENED -> ReviewText::opened;
            case REVIEW_KEPT -> ReviewText::kept;
            case REVIEW_RELEASED -> ReviewText::released;
            case REVIEW_APPEALED -> ReviewText::appealed;
            case REVIEW_ANSWERED -> ReviewText::answered;
        };
    }

    @Override
    public String kind() {
        return kind.word();
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        JsonNode told = Facts.read(facts);
        Sentences words = SENTENCES.apply(to.language());
        OrderId order = OrderId.parse(told.path("order").asString()).orElseThrow();
        Catalogue.Names names = catalogue.of(order.launch());
        String launch = words.name(names.name());
        String offer = words.name(names.offer(told.path("offer").asString()));
        String text = Stream.of(
                        List.of(words.say("order", launch, offer, order.position())),
                        body.say(words, told, names),
                        List.of(words.say("page", site.get().resolve("/orders/" + order))))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n\n"));
        return Optional.of(new Letter(words.say("subject." + kind.word(), launch), text));
    }
}
