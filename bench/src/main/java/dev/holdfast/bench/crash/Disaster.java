package dev.holdfast.bench.crash;

/// What breaks in the middle of a launch.
enum Disaster {
    SERVER_KILLED("the server is killed"),
    DATABASE_KILLED("PostgreSQL is killed"),
    BOTH_KILLED("the server and PostgreSQL are killed"),
    ANSWER_DROPPED("answers to COMMIT are lost"),
    ANSWERS_DELAYED("PostgreSQL's answers come late"),
    CONNECTIONS_CUT("all connections to PostgreSQL are cut"),
    DISK_FULL("the disk is full"),
    CLOCK_JUMPED("the server's clock jumps"),
    ONE_OF_TWO_KILLED("one of two servers is killed");

    private final String words;

    Disaster(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// Rounds with following seeds go through all disasters in turns, so that a hundred rounds meet each.
    static Disaster of(long seed) {
        return values()[Math.floorMod(seed, values().length)];
    }

    int instances() {
        return this == ONE_OF_TWO_KILLED ? 2 : 1;
    }

    /// Whether PostgreSQL stands outside the server: behind a proxy of ours, or because two servers share it.
    boolean needsDatabaseOutside() {
        return switch (this) {
            case ANSWER_DROPPED, ANSWERS_DELAYED, CONNECTIONS_CUT, ONE_OF_TWO_KILLED -> true;
            case SERVER_KILLED, DATABASE_KILLED, BOTH_KILLED, DISK_FULL, CLOCK_JUMPED -> false;
        };
    }
}
