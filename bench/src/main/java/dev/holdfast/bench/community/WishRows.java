package dev.holdfast.bench.community;

import dev.holdfast.launch.copy.CopyRows;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// Wishes from a seed, as a few years of a brand would leave them behind: a few that thousands support, many that a
/// handful does, most of them answered, with a journal that adds up to what each shows.
final class WishRows {
    private static final String WISHES = """
            copy community.wish (id, number, revision, class, language, title, text, member, digest, at, due_at, state,
              decision, decided_at, supporters, comments, votes, tallied) from stdin""";
    private static final String STEPS = "copy community.wish_step (wish, state, cause, actor, at) from stdin";
    private static final String VOTES =
            "copy community.wish_vote (wish, member, change, at, position, voter) from stdin";
    private static final String SUPPORTS = "copy community.wish_support (wish, member, live, at) from stdin";
    private static final String COMMENTS = "copy community.wish_comment (wish, number, member, text, at) from stdin";
    private static final String FOLLOWS = "copy community.wish_follow (wish, member, at) from stdin";

    private static final List<String> AFTER = List.of(
            "select setval('community.wish_revision', (select max(revision) from community.wish))",
            "select setval(pg_get_serial_sequence('community.wish', 'number'),"
                    + " (select max(number) from community.wish))",
            "analyze community.wish, community.wish_step, community.wish_vote, community.wish_support,"
                    + " community.wish_comment, community.wish_follow");

    private static final List<String> CLASSES = List.of("product", "service", "app");
    private static final List<String> ENGLISH = List.of(
            "charger", "basket", "lamp", "seat", "mirror", "lock", "brake", "screen", "bell", "rack", "tyre", "cable");
    private static final List<String> CHINESE =
            List.of("充电", "车筐", "车灯", "座椅", "后视镜", "车锁", "刹车", "屏幕", "铃铛", "货架", "轮胎", "数据线");

    /// The most one wish has.
    private static final int MOST_VOTES = 5_000;

    private final Random random;
    private final int members;
    private final Instant now = Instant.now();
    private final CopyRows wishes = new CopyRows(WISHES);
    private final CopyRows steps = new CopyRows(STEPS);
    private final CopyRows votes = new CopyRows(VOTES);
    private final CopyRows supports = new CopyRows(SUPPORTS);
    private final CopyRows comments = new CopyRows(COMMENTS);
    private final CopyRows follows = new CopyRows(FOLLOWS);
    private int cast;

    WishRows(long seed, int members) {
        this.random = new Random(seed);
        this.members = members;
    }

    /// The id of a wish by its number, the same for every seed.
    static UUID id(int number) {
        return new UUID(0x7000_0000_0000_4000L, 0x8000_0000_0000_0000L | number);
    }

    /// Seven of ten are answered.
    static boolean answered(int number) {
        return number % 10 < 7;
    }

    /// @return how many votes there are
    int load(Connection connection, int count) throws SQLException {
        for (int number = 1; number <= count; number++) {
            wish(number);
        }
        for (CopyRows rows : List.of(wishes, steps, votes, supports, comments, follows)) {
            rows.into(connection);
        }
        try (var statement = connection.createStatement()) {
            for (String sql : AFTER) {
                statement.execute(sql);
            }
        }
        return cast;
    }

    private void wish(int number) {
        boolean chinese = random.nextInt(2) == 0;
        Instant at = now.minus(Duration.ofMinutes(random.nextInt(2 * 365 * 24 * 60)));
        Set<String> supporters = supporters(number);
        int said = random.nextInt(6);
        boolean answered = answered(number);
        String decision = answered ? decision(number) : null;
        String author = member();
        wishes.add(id(number)).add(number).add(number).add(CLASSES.get(random.nextInt(CLASSES.size())));
        wishes.add(chinese ? "zh" : "en").add(words(chinese, 3) + " " + number).add(words(chinese, 40));
        wishes.add(author).add("\\x" + hex(number)).add(at).add(at.plus(Duration.ofDays(30)));
        wishes.add(answered ? "ANSWERED" : "OPEN").add(decision).add(answered ? at.plus(Duration.ofDays(9)) : null);
        wishes.add(supporters.size()).add(said).add(supporters.size()).add(supporters.size());
        wishes.endRow();
        steps.add(id(number)).add("OPEN").add("proposed").add(author).add(at);
        steps.endRow();
        int position = 0;
        for (String supporter : supporters) {
            position++;
            votes.add(id(number)).add(supporter).add(1).add(at).add(position).add(position);
            votes.endRow();
            supports.add(id(number)).add(supporter).add(!answered).add(at);
            supports.endRow();
        }
        cast += supporters.size();
        for (int comment = 1; comment <= said; comment++) {
            comments.add(id(number))
                    .add(comment)
                    .add(member())
                    .add(words(chinese, 20))
                    .add(at);
            comments.endRow();
        }
        follows.add(id(number)).add(author).add(at);
        follows.endRow();
    }

    /// What [AnswerRows] answers to a wish.
    static String decision(int number) {
        return switch (number % 10) {
            case 0, 1 -> "ACCEPTED";
            case 2 -> "ACCEPTED_IN_PART";
            case 3 -> "LATER";
            case 4, 5 -> "DECLINED";
            default -> "EXISTS_ALREADY";
        };
    }

    /// One wish in a thousand has thousands, and most have a few.
    private Set<String> supporters(int number) {
        int most = number % 1_000 == 0 ? MOST_VOTES : number % 50 == 0 ? 300 : 30;
        Set<String> supporters = new HashSet<>();
        int wanted = random.nextInt(most);
        for (int vote = 0; vote < wanted; vote++) {
            supporters.add(member());
        }
        return supporters;
    }

    private String member() {
        return "fan-" + random.nextInt(members);
    }

    private String words(boolean chinese, int count) {
        List<String> from = chinese ? CHINESE : ENGLISH;
        var words = new StringBuilder();
        for (int word = 0; word < count; word++) {
            words.append(word == 0 || chinese ? "" : " ").append(from.get(random.nextInt(from.size())));
        }
        return words.toString();
    }

    private static String hex(int number) {
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
