package dev.holdfast.member.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.member.Secrets;
import dev.holdfast.member.rate.Limit;
import dev.holdfast.member.rate.Rates;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of mail: members' addresses, and the queue of letters to them.
public final class Mails implements AutoCloseable {
    /// Letters in one page for an operator.
    public static final int MAX_PAGE = 100;

    private final AddressStore addresses;
    private final MailStore store;
    private final Writing writing;
    private final Claims claims;
    private final Rates rates;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Reach reach;
    /// Some 100 bytes each; a rush comes back to those it was told to try again.
    private final Cache<String, Boolean> proved = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .executor(Runnable::run)
            .build();

    Mails(
            AddressStore addresses,
            MailStore store,
            Writing writing,
            Claims claims,
            Rates rates,
            TransactionTemplate transactions,
            Clock clock,
            Reach reach) {
        this.addresses = addresses;
        this.store = store;
        this.writing = writing;
        this.claims = claims;
        this.rates = rates;
        this.transactions = transactions;
        this.clock = clock;
        this.reach = reach;
    }

    /// Where letters get to from here.
    enum Reach {
        SERVER,
        /// No mail server, in the sample world: operators read the queue, secrets included.
        OPERATORS,
        /// No mail server: the queue keeps all until there is one.
        NOBODY
    }

    /// One letter to be queued.
    ///
    /// @param news  what it is about: one item of news becomes one letter to one member, however often it is queued
    /// @param facts what its writer needs, and nothing that is secret
    public record Item(String news, String member, String facts) {}

    /// Whether a letter asked for now is read by anybody.
    public boolean offered() {
        return reach != Reach.NOBODY;
    }

    /// Queues a letter to each member who has an address, within the running transaction.
    ///
    /// @return how many were new
    public int queue(String kind, List<Item> items) {
        return store.queue(kind, items, clock.instant());
    }

    /// What became of letters, by the news they are about; one that was never queued is left out.
    ///
    /// @param news each of one member
    public Map<String, MailPage.State> fates(Collection<String> news) {
        return store.fates(news);
    }

    /// Notes the address that a member's token claims. Costs a look into a cache and never waits.
    public void claimed(String member, String address, @Nullable String locale) {
        claims.seen(member, address, Sentences.language(locale == null ? "" : locale));
    }

    /// Asks for a sign-in link on behalf of whoever reads at an address.
    ///
    /// @param language of the page it is asked on
    /// @param network  from which it is asked
    /// @throws dev.holdfast.kernel.Problem TOO_OFTEN
    public Asked askToSignIn(String address, String language, String network) {
        return ask(address, network, SignInLetter.KIND, Sentences.language(language));
    }

    /// Asks for the proof that a member reads an address; it becomes theirs when the link is used.
    ///
    /// @throws dev.holdfast.kernel.Problem TOO_OFTEN
    public Asked askToConfirm(String member, String address, String language, String network) {
        return ask(address, network, ProofLetter.KIND, ProofLetter.facts(member, Sentences.language(language)));
    }

    /// Uses a proof up.
    ///
    /// @return whose address it now is; empty when the link is unknown, over or was used before
    public Optional<Recipient> confirm(String link) {
        if (!Secrets.isShaped(link)) {
            return Optional.empty();
        }
        return Optional.ofNullable(transactions.execute(status -> {
            var now = clock.instant();
            var proven = addresses.redeem(Secrets.hash(link), now);
            proven.ifPresent(recipient -> addresses.confirm(recipient, now));
            return proven.orElse(null);
        }));
    }

    /// Where a member's mail goes.
    public Optional<Recipient> addressOf(String member) {
        return addresses.byMember(member);
    }

    /// Whether a member proved the address their mail goes to. Once proved it stays so until the address is another's,
    /// so who was found to have proved it is not looked up again for a minute.
    public boolean proved(String member) {
        if (proved.getIfPresent(member) != null) {
            return true;
        }
        if (!addresses.proved(member)) {
            return false;
        }
        proved.put(member, true);
        return true;
    }

    /// The language a member chose; nothing happens to one without an address.
    public void choose(String member, String language) {
        addresses.language(member, Sentences.language(language));
    }

    /// The latest letters first, before the given number.
    ///
    /// @param limit at most [#MAX_PAGE]
    public MailPage page(@Nullable Long before, int limit) {
        int size = Math.clamp(limit, 1, MAX_PAGE);
        var entries = store.page(before == null ? Long.MAX_VALUE : before, size).stream()
                .map(this::entry)
                .toList();
        return new MailPage(
                entries, entries.size() < size ? null : entries.getLast().number());
    }

    private MailPage.Entry entry(MailStore.Row row) {
        var letter = row.letter();
        var state = MailStore.state(row.sentAt() != null, row.isOver());
        boolean isShown =
                !writing.isSecret(letter.kind()) || (reach == Reach.OPERATORS && state == MailPage.State.QUEUED);
        return new MailPage.Entry(
                letter.number(),
                letter.kind(),
                letter.member(),
                letter.address() == null ? "" : letter.address(),
                state,
                letter.queuedAt(),
                row.sentAt(),
                letter.attempts(),
                row.fault(),
                isShown ? written(letter) : null);
    }

    private @Nullable Letter written(MailStore.Leased letter) {
        return Writing.recipient(letter)
                .flatMap(to -> writing.write(to, letter))
                .orElse(null);
    }

    /// The same is done whether anybody is known at the address or not, so neither answer nor time tells.
    private Asked ask(String typed, String network, String kind, String facts) {
        if (!offered()) {
            return Asked.NOT_OFFERED;
        }
        var address = MailAddress.parse(typed);
        if (address.isEmpty()) {
            return Asked.NO_ADDRESS;
        }
        rates.admit(Limit.MAIL_FROM_NETWORK, network);
        rates.admit(Limit.MAIL_TO_ADDRESS, address.get().folded());
        store.queueAwaited(kind + "/" + UUID.randomUUID(), address.get(), kind, facts, clock.instant());
        return Asked.TAKEN;
    }

    @Override
    public void close() {
        claims.close();
    }
}
