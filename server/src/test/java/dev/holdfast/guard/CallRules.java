package dev.holdfast.guard;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Calls that have something better in their place, each with the name of what is better.
final class CallRules {

    /// A call as it is written, without blanks: `Instant.now()`.
    private record Ban(Pattern call, Predicate<Source> where, String instead) {
        static Ban of(String call, Predicate<Source> where, String instead) {
            return new Ban(Pattern.compile(call, Pattern.DOTALL), where, instead);
        }
    }

    private static final Predicate<Source> PRODUCT = Source::isOfProduct;

    /// The command line and the start of the program: they speak to a terminal and own the process.
    private static final Predicate<Source> INNER = PRODUCT.and(
            source -> !source.module().equals("run") && !source.path().endsWith("dev/holdfast/Holdfast.java"));

    /// The sandbox's courier is late on purpose: lateness is what it is for.
    private static final String SLEEPS = "server/src/main/java/dev/holdfast/launch/payment/WebhookCourier.java";

    private static final List<Ban> BANS = List.of(
            Ban.of("System\\.currentTimeMillis\\(\\)", INNER, "take a Clock by constructor"),
            Ban.of(
                    "(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|Year)\\.now\\(\\)",
                    INNER,
                    "take a Clock by constructor"),
            Ban.of(
                    "Thread\\.sleep\\(.*",
                    INNER.and(source -> !source.path().equals(SLEEPS)),
                    "wait on a condition or a queue with a named maximum"),
            Ban.of("System\\.(out|err)", INNER, "log, or return the text to the caller"),
            Ban.of("System\\.exit\\(.*", INNER, "throw a Problem; only the command line ends the process"),
            Ban.of("[\\w.]*\\.printStackTrace\\(\\)", PRODUCT, "log with the exception as cause"),
            Ban.of("Math\\.random\\(\\)", source -> true, "take a seeded random by constructor"),
            Ban.of("new Random\\(\\)", source -> true, "take a seeded random by constructor"),
            Ban.of("ThreadLocalRandom\\.current\\(\\)", PRODUCT, "take a seeded random by constructor"),
            Ban.of(
                    "String\\.format\\((?!Locale\\.).*",
                    source -> true,
                    "name the Locale, or use formatted where no number is grouped"),
            Ban.of("import org\\.mockito\\..*", source -> true, "write a small fake by hand"),
            Ban.of("import lombok\\..*", source -> true, "write a record"),
            Ban.of(
                    "import com\\.fasterxml\\.jackson\\.(databind|core)\\..*",
                    source -> true,
                    "use tools.jackson, version 3"),
            Ban.of(
                    "import io\\.zonky\\.test\\.db\\..*",
                    source -> true,
                    "use the launcher of ours: that one runs without fsync and deletes the data"),
            Ban.of(
                    "(?!.*\\.(list|set)\\(\\)\\.stream\\(\\)$).*\\.sql\\(.*\\)\\.query\\(.*\\)\\.stream\\(\\)",
                    PRODUCT,
                    "read a list, a page at a time: what nobody closes keeps its connection"),
            Ban.of("assert .*", PRODUCT, "use Check.that, which is always on"));

    static final Rule CALLS = new JavaRule(
            "no call is made that has something better in its place",
            source -> true,
            CallRules::judge,
            List.of(
                    body("launch", "return System.currentTimeMillis();"),
                    body("supply", "return java.time.Instant\n  .now();"),
                    body("launch", "return Instant.now();"),
                    body("launch", "Thread.sleep(100);"),
                    body("web", "System.out.println(1);"),
                    body("web", "lines.forEach(System.err::println);"),
                    body("web", "System.exit(1);"),
                    body("web", "fault.printStackTrace();"),
                    body("launch", "return Math.random();"),
                    body("launch", "return new Random().nextInt();"),
                    body("launch", "return ThreadLocalRandom.current().nextInt();"),
                    body("launch", "return String.format(\"%d\", 1);"),
                    body("launch", "assert 1 > 0;"),
                    body("launch", "return jdbc.sql(ALL).param(1).query((row, index) -> row.getInt(1)).stream();"),
                    Source.ofProduct("launch/Some.java", "import lombok.Data; class Some {}"),
                    Source.ofProduct("launch/Some.java", "import static org.mockito.Mockito.mock; class Some {}"),
                    Source.ofProduct(
                            "web/Some.java", "import com.fasterxml.jackson.databind.ObjectMapper; class Some {}"),
                    Source.ofProduct("run/Some.java", "import io.zonky.test.db.postgres.embedded.X; class Some {}")),
            List.of(
                    body("launch", "return clock.instant(); // not Instant.now()"),
                    body("launch", "return Instant.now(clock) + \"assert Math.random()\";"),
                    body("launch", "return new Random(seed).nextInt();"),
                    body("launch", "return jdbc.sql(ALL).query((row, index) -> row.getInt(1)).list().stream();"),
                    body("launch", "return String.format(Locale.ROOT, \"%d\", 1);"),
                    body("run", "System.out.println(Instant.now()); Thread.sleep(1);"),
                    new Source(
                            "server/src/test/java/dev/holdfast/launch/SomeTest.java",
                            "class SomeTest { void act() { Thread.sleep(1); } }")));

    private CallRules() {}

    private static void judge(JavaSource java, Look.Taking look) {
        java.each(tree -> {
            boolean isCall = tree instanceof MethodInvocationTree || tree instanceof NewClassTree;
            if (isCall
                    || tree instanceof MemberSelectTree
                    || tree instanceof AssertTree
                    || tree instanceof ImportTree) {
                look.judged();
                judge(java, tree, look);
            }
        });
    }

    private static void judge(JavaSource java, Tree tree, Look.Taking look) {
        String written = tree.toString().strip().replace("import static ", "import ");
        for (Ban ban : BANS) {
            if (ban.where().test(java.source()) && isBanned(ban, written)) {
                look.found(java.source(), java.firstLine(tree), "%s: %s".formatted(written, ban.instead()));
            }
        }
    }

    private static boolean isBanned(Ban ban, String written) {
        return ban.call()
                .matcher(written.replaceFirst("^(java\\.(time|util|lang)(\\.concurrent)?\\.)", ""))
                .matches();
    }

    private static Source body(String module, String statements) {
        return Source.ofProduct(module + "/Some.java", "class Some { Object act() { %s } }".formatted(statements));
    }
}
