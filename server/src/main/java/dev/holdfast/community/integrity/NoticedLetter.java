package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Tells a member that their vote weighs less in one of the two counts, why, and how to object. Its fact is the wish:
/// one letter about each, whatever else is noticed later.
final class NoticedLetter implements LetterWriter {
    static final String KIND = "vote_noticed";
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(NoticedLetter.class);

    private final EvidenceStore evidence;
    private final WeightStore weights;
    private final Supplier<Wishes> wishes;
    private final Supplier<URI> site;

    NoticedLetter(EvidenceStore evidence, WeightStore weights, Supplier<Wishes> wishes, Supplier<URI> site) {
        this.evidence = evidence;
        this.weights = weights;
        this.wishes = wishes;
        this.site = site;
    }

    static Mails.Item item(WishId wish, MovedStore.Voter voter) {
        return new Mails.Item(KIND + "/" + wish + "/" + voter.voter(), voter.member(), wish.toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Nothing when it was lifted, the vote taken back or the words of the wish gone meanwhile; or when what was
    /// noticed weighs nothing.
    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        Wish wish = WishId.parse(facts).map(wishes.get()::find).orElseThrow();
        List<Evidence> noticed = evidence.counting(to.member(), Integrity.MAX_OWN).stream()
                .filter(one -> one.wish().equals(wish.id()) && !one.lifted())
                .map(OwnEvidence::evidence)
                .toList();
        VoteWeights by = weights.latest(1).getFirst();
        int weight = by.weight(noticed.stream().map(Evidence::signal).toList());
        return weight == VoteWeights.WHOLE || wish.title().isEmpty()
                ? Optional.empty()
                : Optional.of(letter(SENTENCES.apply(to.language()), wish, noticed, weight));
    }

    private Letter letter(Sentences words, Wish wish, List<Evidence> noticed, int weight) {
        String address = "/wishes/" + wish.id();
        List<String> text = new ArrayList<>();
        text.add(
                words.say("noticed", wish.title(), BigDecimal.valueOf(weight, 2).toPlainString()));
        noticed.forEach(one -> text.add(words.say("noticed." + one.signal(), one.count())));
        text.add(words.say("noticed.object", site.get().resolve(address)));
        text.add(words.say("noticed.rule", site.get().resolve(address + "/votes")));
        return new Letter(words.say("noticed.subject", wish.title()), String.join("\n\n", text));
    }
}
