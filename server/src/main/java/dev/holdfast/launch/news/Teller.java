package dev.holdfast.launch.news;

import dev.holdfast.launch.intake.Courtesy;
import dev.holdfast.member.mail.Mails;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/// Turns what was published into letters and into news for the webhooks.
///
/// Chunk by chunk, each one transaction: the letters, the news and the cursor that says so stand or fall together, so
/// whatever dies, nothing is told twice and nothing is left out. It takes no lock that an order waits for.
final class Teller {
    /// Rows in one transaction: some 30 of them for 300,000 moved promises, each well under a second.
    static final int CHUNK = 10_000;

    private final NewsStore store;
    private final List<Stream> streams;
    private final Mails mails;
    private final TransactionTemplate transactions;
    private final Courtesy courtesy;

    private final int chunk;

    Teller(
            NewsStore store,
            List<Stream> streams,
            Mails mails,
            TransactionTemplate transactions,
            Courtesy courtesy,
            int chunk) {
        this.chunk = chunk;
        this.courtesy = courtesy;
        this.store = store;
        this.streams = streams;
        this.mails = mails;
        this.transactions = transactions;
    }

    /// Tells all there is.
    ///
    /// @return how many items of news
    long tellAll() {
        long told = 0;
        courtesy.begin();
        for (int launch : store.launches()) {
            for (Stream stream : streams) {
                told += tell(launch, stream);
            }
        }
        return told;
    }

    private long tell(int launch, Stream stream) {
        long told = 0;
        Chunk next;
        do {
            long began = System.nanoTime();
            next = Objects.requireNonNull(transactions.execute(status -> next(launch, stream)));
            told += next.told().size();
            if (!next.isLast()) {
                courtesy.rest(began);
            }
        } while (!next.isLast());
        return told;
    }

    private Chunk next(int launch, Stream stream) {
        if (!store.onlyOneTells()) {
            return Chunk.nothing(new Cursor(launch, stream.name(), 0, 0));
        }
        Cursor cursor = store.cursor(launch, stream.name());
        Chunk next = stream.next(cursor, chunk);
        if (!next.told().isEmpty()) {
            tell(next.told());
        }
        if (!next.then().equals(cursor)) {
            store.move(next.then());
        }
        return next;
    }

    private void tell(List<Told> told) {
        Map<Kind, List<Mails.Item>> letters = new EnumMap<>(Kind.class);
        for (Told item : told) {
            if (item.mailed()) {
                letters.computeIfAbsent(item.kind(), kind -> new ArrayList<>())
                        .add(new Mails.Item(item.news(), item.member(), item.facts()));
            }
        }
        letters.forEach((kind, items) -> mails.queue(kind.word(), items));
        if (store.isAnybodyListening()) {
            store.append(told);
        }
    }
}
