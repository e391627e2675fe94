package dev.holdfast.member.personal;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Secrets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of personal data: a member's own file, and the end of what is kept about them.
public final class PersonalData {
    /// Begins every pseudonym, so that whoever meets one in a table knows what it is.
    public static final String PSEUDONYM = "erased-";

    /// Files made at one time. A few of the tables have no index by member, as every order would pay for it: such a
    /// table is read through, and not by many at once.
    private static final int MAX_FILES = 2;

    private static final long MAX_WAIT_SECONDS = 10;

    private final List<Keeper> keepers;
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Semaphore files = new Semaphore(MAX_FILES, true);

    PersonalData(
            List<Keeper> keepers,
            JdbcClient jdbc,
            Secrets secrets,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.keepers = List.copyOf(keepers);
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The member's file as JSON, made in memory: whoever takes it slowly keeps nobody else from theirs.
    ///
    /// @throws Problem CAPACITY when others' files take too long
    public byte[] file(String member) {
        boolean admitted = false;
        try {
            admitted = files.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (!admitted) {
            throw new Problem(
                    Problem.Kind.CAPACITY,
                    "overloaded",
                    "Files of " + MAX_FILES + " other members are being made. Ask again in a minute.");
        }
        try {
            return new PersonalFile(member, keepers, jdbc, clock.instant()).bytes();
        } finally {
            files.release();
        }
    }

    /// Ends what is kept about a member: rows about the person are gone, rows that have to stay bear a pseudonym made
    /// of nothing. A token of the same name that comes later is a new member.
    ///
    /// @throws Problem CONFLICT `orders_not_over` or `erasure_of_staff`
    public void erase(String member) {
        String pseudonym = PSEUDONYM + secrets.make();
        transactions.executeWithoutResult(status -> keepers.forEach(keeper -> keeper.erase(member, pseudonym)));
        keepers.forEach(keeper -> keeper.erased(member));
    }
}
