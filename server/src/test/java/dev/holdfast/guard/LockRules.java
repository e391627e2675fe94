package dev.holdfast.guard;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Advisory locks are numbers that the database knows no meaning of: two features that happen upon one number wait for
/// each other, and nothing but this list would ever say so.
final class LockRules {
    /// Whose each key is. The sources that take it lie in that package; a lock that several take for one purpose names
    /// them all. A key that stands here twice does not even compile into a map.
    private static final Map<String, List<String>> OWNERS = Map.ofEntries(
            Map.entry("4017231", List.of("run")),
            Map.entry("4017232", List.of("launch/intake")),
            Map.entry("4017234", List.of("launch/news")),
            Map.entry("4017235", List.of("community/wish", "community/merge")),
            Map.entry("4017236", List.of("community/points")),
            Map.entry("4017241", List.of("community/spec")),
            Map.entry("4017242", List.of("community/round")),
            Map.entry("4017245", List.of("community/story")),
            Map.entry("4017251", List.of("community/integrity")),
            Map.entry("4017255", List.of("delivery/handover")),
            Map.entry("4017260", List.of("service/ticket")),
            Map.entry("4017261", List.of("service/ticket")),
            Map.entry("4017262", List.of("service/warranty")),
            Map.entry("4017270", List.of("community/answer")));

    private static final Pattern TAKEN =
            Pattern.compile("pg_(?:try_)?advisory_(?:xact_)?(?:un)?lock(?:_shared)?\\(([^,)]*)");

    static final Rule KEYS = new TextRule(
            "the key of an advisory lock is written where it is taken, and is one feature's alone",
            source -> source.isOfProduct() && (source.isJava() || source.path().endsWith(".sql")),
            LockRules::judge,
            List.of(
                    store("community/story", "select pg_advisory_xact_lock(4017255, :launch)"),
                    store("delivery/handover", "select pg_try_advisory_xact_lock(4017245)"),
                    store("delivery/handover", "select pg_advisory_lock(1234567)"),
                    store("run", "select pg_advisory_lock(\" + LOCK + \")"),
                    new Source(
                            "server/src/main/resources/db/migration/launch/V9__some.sql",
                            "select pg_advisory_xact_lock(4017245);")),
            List.of(
                    store("delivery/handover", "select pg_advisory_xact_lock(4017255, :launch)"),
                    store("community/merge", "select pg_advisory_xact_lock(4017235), :member")));

    private LockRules() {}

    private static void judge(Source source, Look.Taking look) {
        var taken = TAKEN.matcher(source.text());
        while (taken.find()) {
            look.judged();
            String key = taken.group(1).strip();
            boolean own = OWNERS.getOrDefault(key, List.of()).stream()
                    .anyMatch(owner -> source.folder().endsWith("dev/holdfast/" + owner));
            if (!own) {
                long line = source.text().substring(0, taken.start()).lines().count();
                look.found(source, line, "'" + key + "' is not a key of its own: choose one, and add it to LockRules");
            }
        }
    }

    private static Source store(String place, String sql) {
        return Source.ofProduct(place + "/SomeStore.java", "class SomeStore { String sql = \"" + sql + "\"; }");
    }
}
