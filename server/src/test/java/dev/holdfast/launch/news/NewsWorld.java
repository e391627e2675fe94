package dev.holdfast.launch.news;

import dev.holdfast.launch.CurvesOnPaper;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.Showroom;
import dev.holdfast.launch.intake.Courtesy;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.MailPage;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.MailsOnPaper;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One launch of one offer, its fans with addresses, and whoever tells them.
final class NewsWorld implements AutoCloseable {
    static final String SLUG = "car";
    static final URI SITE = URI.create("https://launch.example.com");

    private static final String ADDRESSES = """
            insert into member.address (member, address, language, confirmed, since)
            select o.member, o.member || '@example.com', :language, true, now() from launch.orders o
            on conflict do nothing""";

    final LaunchWorld world = new LaunchWorld();
    final LaunchWorld.Server server = world.server();
    private final DataSource rows = world.database().dataSource();
    final JdbcClient jdbc = JdbcClient.create(rows);
    final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(rows));
    final Catalogue catalogue = new Catalogue(jdbc);
    private final List<LetterWriter> writers = Arrays.stream(Kind.values())
            .<LetterWriter>map(kind -> OrderLetter.of(kind, catalogue, () -> SITE))
            .toList();
    final Mails mails = MailsOnPaper.mails(jdbc, transactions, world.clock, writers);
    final int launch = world.open(server, SLUG, Showroom.SMALL, 3, 3, 3);

    Order order(String member) {
        return Fans.done(server.launch().place(Fans.wish(SLUG, member, "key-1", "offer-1")));
    }

    /// Addresses for all who ordered: one schema's rows from another's, which only a test may.
    void addresses(String language) {
        jdbc.sql(ADDRESSES.replace(":language", "'" + language + "'")).update();
    }

    void resupply(long... weekly) {
        world.resupply(server, SLUG, Map.of("offer-1", CurvesOnPaper.weekly(weekly)));
    }

    Teller teller() {
        return teller(Streams.all(jdbc, catalogue, world.clock));
    }

    Teller teller(List<Stream> streams) {
        return new Teller(new NewsStore(jdbc), streams, mails, transactions, new Courtesy(jdbc), Teller.CHUNK);
    }

    Teller teller(int chunk) {
        return new Teller(
                new NewsStore(jdbc),
                Streams.all(jdbc, catalogue, world.clock),
                mails,
                transactions,
                new Courtesy(jdbc),
                chunk);
    }

    long letters() {
        return count("member.mail");
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    Letter letter(String member) {
        MailPage page = mails.page(null, 100);
        return page.entries().stream()
                .filter(entry -> entry.member().equals(member))
                .map(MailPage.Entry::letter)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }

    /// The kinds of letters to a member, in the order in which they were queued.
    List<String> kinds(String member) {
        return jdbc.sql("select kind from member.mail where member = ? order by number")
                .param(member)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /// What the last letter of a kind to a member says.
    Letter letter(String member, Kind kind) {
        return mails.page(null, 100).entries().stream()
                .filter(entry -> entry.member().equals(member) && entry.kind().equals(kind.word()))
                .map(MailPage.Entry::letter)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }

    void listen() {
        jdbc.sql("""
                        insert into launch.webhook (name, url, secret, kinds, created_at, position, next_attempt_at)
                        values ('crm', 'https://hooks.example.com', 'whsec_c2VjcmV0', '{promise.moved}', now(), 0,
                          now())""").update();
    }

    /// How often webhooks are told something of this kind.
    long told(Kind kind) {
        return jdbc.sql("select count(*) from launch.news where kind = ?")
                .param(kind.word())
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        world.close();
    }
}
