package dev.holdfast.bench.load;

import java.util.SplittableRandom;

/// What every fan of a run will do, decided by the seed before the first request.
///
/// One attempt is one fan's wish for one unit under one idempotency key. Numbers, not objects: a rehearsal
/// holds up to millions of attempts next to the server it measures.
public final class Script {
    private static final byte RETRIES_AT_ONCE = 1;
    private static final byte RETRIES_LATER = 2;
    private static final byte PAID_TWICE = 4;
    private static final byte NEVER_PAYS = 8;
    private static final byte CANCELS = 16;

    private final String run;
    private final int members;
    private final short[] offers;
    private final byte[] regions;
    private final byte[] habits;

    /// The shares are those of the largest launches: a nervous 3 % press twice (half of them before the first
    /// answer came), 1 % of the provider's messages come twice, 2 % never pay and 1 % change their mind.
    public Script(String run, int attempts, int members, Showroom showroom, long seed) {
        this.run = run;
        this.members = members;
        this.offers = new short[attempts];
        this.regions = new byte[attempts];
        this.habits = new byte[attempts];
        var random = new SplittableRandom(seed);
        for (int attempt = 0; attempt < attempts; attempt++) {
            offers[attempt] = (short) showroom.pick(random.nextDouble());
            regions[attempt] = (byte) random.nextInt(showroom.regions().size());
            habits[attempt] = (byte) (retry(random.nextDouble())
                    | (random.nextDouble() < 0.01 ? PAID_TWICE : 0)
                    | ending(random.nextDouble()));
        }
    }

    private static int retry(double draw) {
        return draw < 0.015 ? RETRIES_AT_ONCE : draw < 0.03 ? RETRIES_LATER : 0;
    }

    private static int ending(double draw) {
        return draw < 0.02 ? NEVER_PAYS : draw < 0.03 ? CANCELS : 0;
    }

    public int attempts() {
        return offers.length;
    }

    public int members() {
        return members;
    }

    public int offer(int attempt) {
        return offers[attempt];
    }

    public int region(int attempt) {
        return regions[attempt];
    }

    public String member(int attempt) {
        return "fan-" + run + "-" + attempt % members;
    }

    public String key(int attempt) {
        return run + "-" + attempt;
    }

    public String payment(int attempt) {
        return "pay-" + run + "-" + attempt;
    }

    boolean retriesAtOnce(int attempt) {
        return (habits[attempt] & RETRIES_AT_ONCE) != 0;
    }

    boolean retriesLater(int attempt) {
        return (habits[attempt] & RETRIES_LATER) != 0;
    }

    boolean paidTwice(int attempt) {
        return (habits[attempt] & PAID_TWICE) != 0;
    }

    boolean neverPays(int attempt) {
        return (habits[attempt] & NEVER_PAYS) != 0;
    }

    boolean cancels(int attempt) {
        return (habits[attempt] & CANCELS) != 0;
    }
}
