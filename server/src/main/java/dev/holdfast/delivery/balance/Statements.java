package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.BalanceStore.Row;
import dev.holdfast.delivery.balance.BankLine.State;
import dev.holdfast.delivery.balance.StatementStore.Counted;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of bank statements, for operators: what came in, on which balance it is, and what somebody has to
/// look at.
///
/// A file is kept whole before any of it is booked, and each line is then booked in a transaction of its own:
/// two files at once never wait for each other in a circle, and whoever dies in between leaves lines that
/// wait and are booked by the clock.
public final class Statements {
    /// A day's statement of a large seller in XML.
    public static final int MAX_FILE_BYTES = 32 * 1024 * 1024;

    public static final int MAX_PAGE = 200;

    private static final int BATCH = 500;

    private final StatementStore store;
    private final BalanceStore balances;
    private final EntryStore entries;
    private final Matching matching;
    private final Books books;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Statements(
            StatementStore store,
            BalanceStore balances,
            EntryStore entries,
            Matching matching,
            Books books,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.balances = balances;
        this.entries = entries;
        this.matching = matching;
        this.books = books;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What became of a file.
    ///
    /// @param known lines that stood in another file before
    /// @param toLookAt lines that fit no balance exactly
    /// @param replayed this very file was told before, and nothing was done
    public record Told(long statement, int lines, int booked, int toLookAt, int known, boolean replayed) {}

    /// Books what a statement tells of; all of it is kept, or nothing when a line cannot be read.
    ///
    /// @param csv a plain table; else camt.053
    /// @throws Problem INVALID with where it cannot be read
    public Told tell(byte[] file, boolean csv, String operator) {
        BankFile read = csv ? BankCsv.read(file) : BankXml.read(file);
        byte[] digest = BankFile.digest(file);
        Long statement = transactions.execute(status -> keep(read, digest, operator));
        long number = statement == null ? store.known(digest) : statement;
        while (bookWaiting()) {
            // Until nothing waits: another's lines are no worse than ours.
        }
        Counted counted = store.count(number);
        return new Told(
                number,
                read.lines().size(),
                counted.booked(),
                counted.toLookAt(),
                read.lines().size() - counted.lines(),
                statement == null);
    }

    private @Nullable Long keep(BankFile file, byte[] digest, String operator) {
        Long statement = store.add(digest, file.lines().size(), operator, clock.instant())
                .orElse(null);
        if (statement != null) {
            List<byte[]> identities = file.identities();
            for (int i = 0; i < identities.size(); i++) {
                store.add(statement, identities.get(i), file.lines().get(i));
            }
            members.audit(
                    operator,
                    "tell_statement",
                    Long.toString(statement),
                    file.lines().size() + " lines");
        }
        return statement;
    }

    /// @return whether any was looked at
    boolean bookWaiting() {
        boolean any = false;
        for (long number : store.waiting(BATCH)) {
            any |= Objects.requireNonNull(transactions.execute(status -> {
                Optional<BankLine> line = store.lockWaiting(number);
                line.ifPresent(one -> matching.look(one, clock.instant()));
                return line.isPresent();
            }));
        }
        return any;
    }

    /// @param state null: all that somebody has to look at
    public List<BankLine> lines(@Nullable State state, long after, int limit) {
        return store.page(state, after, Math.clamp(limit, 1, MAX_PAGE)).stream()
                .map(this::withLeft)
                .toList();
    }

    private BankLine withLeft(BankLine line) {
        Money left = line.order() == null
                ? null
                : balances.find(line.order())
                        .map(row -> new Money(Math.max(0, entries.owed(row.number())), row.currency()))
                        .orElse(null);
        return new BankLine(
                line.number(),
                line.account(),
                line.bankReference(),
                line.bookedOn(),
                line.amount(),
                line.payer(),
                line.payerAccount(),
                line.text(),
                line.state(),
                line.reason(),
                line.order(),
                left,
                line.reference());
    }

    /// Puts the whole of a line on a balance; what is too much of it goes back to the payer.
    ///
    /// @param to an order's id, or the reference of a balance
    /// @throws Problem UNKNOWN when there is no such line or balance; CONFLICT when somebody decided before
    public BankLine assign(long number, String to, String operator) {
        BankLine line = find(number);
        long balance = balance(to);
        transactions.executeWithoutResult(status -> {
            Instant now = clock.instant();
            if (!store.decide(number, State.ASSIGNED, balance, null, operator, now)) {
                throw decided(number);
            }
            Row row = balances.lock(balance).orElseThrow();
            if (!row.currency().equals(line.amount().currency())) {
                throw otherCurrency(line, row);
            }
            books.take(row, Matching.said(line), Account.UNMATCHED, now);
            members.audit(
                    operator,
                    "assign_bank_line",
                    Long.toString(number),
                    row.order().toString());
        });
        return find(number);
    }

    /// Somebody sent the whole of a line back to its payer.
    ///
    /// @param reference by which the payer finds it
    /// @throws Problem UNKNOWN; CONFLICT when somebody decided before; INVALID
    public BankLine giveBack(long number, String reference, String operator) {
        Words.needed("reference", reference, Words.MAX_REFERENCE);
        BankLine line = find(number);
        transactions.executeWithoutResult(status -> {
            Instant now = clock.instant();
            if (!store.decide(number, State.RETURNED, null, reference, operator, now)) {
                throw decided(number);
            }
            entries.append(
                    null,
                    new Entry(
                            Account.UNMATCHED,
                            Account.REFUNDED,
                            line.amount(),
                            now,
                            Entry.REFUND,
                            Matching.source(line),
                            reference));
            members.audit(operator, "return_bank_line", Long.toString(number), reference);
        });
        return find(number);
    }

    private BankLine find(long number) {
        return store.find(number)
                .map(this::withLeft)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN,
                        "unknown_bank_line",
                        "There is no line " + number + " of any statement."));
    }

    private long balance(String to) {
        return OrderId.parse(to)
                .flatMap(balances::find)
                .map(Row::number)
                .or(() -> RfReference.number(to).flatMap(balances::find).map(Row::number))
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN,
                        "unknown_balance",
                        "'" + Words.shortened(to) + "' is neither an order with a balance nor the reference of one."));
    }

    private static Problem otherCurrency(BankLine line, Row row) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "other_currency",
                "Line " + line.number() + " is in " + line.amount().currency() + ", and the balance in "
                        + row.currency() + ". Send it back.");
    }

    private static Problem decided(long number) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "bank_line_decided",
                "Line " + number + " is booked, assigned or sent back already. Look at it again.");
    }
}
