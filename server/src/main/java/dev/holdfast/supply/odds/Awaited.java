package dev.holdfast.supply.odds;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// The commitments that are not there yet, as of the end of week `now`, and one draw after the other of how
/// they come.
public final class Awaited {
    private final List<Commitment> commitments;
    private final History history;
    private final int now;

    private Awaited(List<Commitment> commitments, History history, int now) {
        this.commitments = commitments;
        this.history = history;
        this.now = now;
    }

    /// @param all every commitment ever, of which those made later than `now` are not known
    public static Awaited asOf(List<Commitment> all, int suppliers, int now) {
        List<Commitment> awaited = all.stream()
                .filter(commitment -> commitment.isAwaited(now))
                .sorted(Comparator.comparingInt(Commitment::supplier).thenComparingInt(Commitment::due))
                .toList();
        return new Awaited(awaited, History.asOf(all, suppliers, now), now);
    }

    public List<Commitment> commitments() {
        return commitments;
    }

    int now() {
        return now;
    }

    /// Tells the receiver when everything comes in one scenario.
    void draw(RandomGenerator random, Receiver receiver) {
        Future future = null;
        int supplier = -1;
        for (Commitment commitment : commitments) {
            if (future == null || commitment.supplier() != supplier) {
                supplier = commitment.supplier();
                future = history.future(supplier, random);
            }
            Future.Arrival arrival = future.arrival(commitment, now);
            receiver.receive(commitment, arrival.week(), arrival.units());
        }
    }

    /// Is told each arrival of a scenario.
    interface Receiver {
        void receive(Commitment commitment, int week, long units);
    }
}
