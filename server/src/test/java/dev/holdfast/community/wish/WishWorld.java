package dev.holdfast.community.wish;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.HandClock;
import dev.holdfast.TestDatabase;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Wishes on a real database, with a clock in the test's hand.
public final class WishWorld implements AutoCloseable {
    static final int CONNECTIONS = 40;

    public final HandClock clock = new HandClock();
    public final JdbcClient jdbc;
    public final TransactionTemplate transactions;
    public final Wishes wishes;
    public final WishVotes votes;
    public final VoteJournal journal;
    public final VoteMoves moves;
    public final Aliases aliases = new Aliases("a secret of the tests".getBytes(StandardCharsets.UTF_8));
    final WishTalk talk;
    final WishDesk desk;
    final KeptWishes kept;
    public final Members members;
    private final HikariDataSource source;

    public WishWorld() {
        this(VoteStore.SPEND);
    }

    /// @param spend the statement that guards a budget
    WishWorld(String spend) {
        TestDatabase database = TestDatabase.fresh();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(CONNECTIONS);
        source = new HikariDataSource(config);
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        members = MembersOnPaper.members(jdbc, clock);
        WishStore store = new WishStore(jdbc);
        RuleStore rules = new RuleStore(jdbc);
        VoteStore voteStore = new VoteStore(jdbc, spend, VoteStore.COUNT);
        wishes = new Wishes(store, voteStore, rules, transactions, UUID::randomUUID, clock);
        votes = new WishVotes(store, voteStore, rules, transactions, clock);
        journal = new VoteJournal(new JournalStore(jdbc));
        moves = new VoteMoves(store, voteStore, new JournalStore(jdbc), clock);
        talk = new WishTalk(store, new TalkStore(jdbc), members, transactions, clock);
        desk = new WishDesk(rules, members, transactions);
        kept = new KeptWishes(jdbc);
    }

    public WishId proposed(String member, String title) {
        return wishes.propose(new Proposal("product", "en", title, "Because " + title + "."), member)
                .wish()
                .id();
    }

    /// The sum of the journal, which every figure has to agree with.
    public int journal(WishId wish) {
        return jdbc.sql("select coalesce(sum(change), 0) from community.wish_vote where wish = ?")
                .param(wish.value())
                .query(Integer.class)
                .single();
    }

    public void erase(String member, String pseudonym) {
        transactions.executeWithoutResult(status -> kept.erase(member, pseudonym));
    }

    public int left(String member) {
        return votes.standing(member).votesLeft();
    }

    @Override
    public void close() {
        members.close();
        source.close();
    }
}
