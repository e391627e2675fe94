package dev.holdfast.member.mail;

import dev.holdfast.HandClock;
import dev.holdfast.TestDatabase;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import dev.holdfast.member.Secrets;
import dev.holdfast.member.rate.Rates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Mail on a real database, with a clock that stands where a test puts it.
final class MailWorld implements AutoCloseable {
    static final String NEWS = "note";
    static final URI SITE = URI.create("https://launch.example.com");

    final TestDatabase database = TestDatabase.fresh();
    final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    final HandClock clock = new HandClock();
    final Members members = MembersOnPaper.members(jdbc, clock);
    final AddressStore addresses = new AddressStore(jdbc);
    final MailStore store = new MailStore(jdbc);
    final Counter givenUp = new SimpleMeterRegistry().counter("given.up");
    final Writing writing = new Writing(List.of(
            new SignInLetter(addresses, members, () -> SITE, clock),
            new ProofLetter(addresses, new Secrets(new SecureRandom()), () -> SITE, clock),
            new Note()));
    private final Claims claims = new Claims(addresses, clock);
    final Mails mails = mails(Mails.Reach.SERVER);

    MailWorld() {
        claims.start();
    }

    Mails mails(Mails.Reach reach) {
        return new Mails(addresses, store, writing, claims, new Rates(name -> null), transactions, clock, reach);
    }

    Postman postman(@Nullable String server) {
        @Nullable Transport transport = server == null ? null : transport(server);
        return new Postman(store, writing, transport, clock, Patience.DEFAULT, 1_000, givenUp);
    }

    static SmtpTransport transport(String server) {
        Map<String, String> settings =
                Map.of(SmtpSettings.URL, server, SmtpSettings.FROM, "Larkwing <launch@example.com>");
        return new SmtpTransport(SmtpSettings.read(settings::get).orElseThrow());
    }

    /// A member with an address that was proved.
    void settle(String member, String address, String language) {
        addresses.confirm(new Recipient(member, new MailAddress(address), language), clock.instant());
    }

    void queue(String news, String member) {
        mails.queue(NEWS, List.of(new Mails.Item(news, member, "something moved")));
    }

    record Row(int attempts, boolean sent, String fault) {}

    Row row(String news) {
        return jdbc.sql("""
                        select attempts, sent_at is not null, coalesce(last_fault, '') from member.mail
                        where news = ?""")
                .param(news)
                .query((row, number) -> new Row(row.getInt(1), row.getBoolean(2), row.getString(3)))
                .single();
    }

    long count() {
        return jdbc.sql("select count(*) from member.mail").query(Long.class).single();
    }

    @Override
    public void close() {
        mails.close();
        members.close();
    }

    private static final class Note implements LetterWriter {
        @Override
        public String kind() {
            return NEWS;
        }

        @Override
        public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
            return Optional.of(new Letter("A note in " + to.language(), facts));
        }
    }
}
