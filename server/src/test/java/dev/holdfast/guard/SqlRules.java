package dev.holdfast.guard;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.regex.Pattern;

/// One schema for each module, and SQL that names its own module's schema only: nothing else would notice a join across
/// two modules, as it compiles, runs and is fast, until one of the two changes.
final class SqlRules {

    private static final Pattern STATEMENT = Pattern.compile(
            String.join(
                    "|",
                    "with\\s+(recursive\\s+)?\\w+\\s*(\\([\\w\\s,]+\\)\\s*)?as\\s.*",
                    "select\\s.*\\sfrom\\s.*",
                    "insert\\s+into\\s.*",
                    "update\\s.*\\sset\\s.*",
                    "delete\\s+from\\s.*",
                    "merge\\s+into\\s.*",
                    "truncate\\s+\\w.*",
                    "lock\\s+table\\s.*",
                    "copy\\s.*\\s(from|to)\\s+std(in|out).*",
                    "(create|alter|drop)\\s+(unlogged\\s+|unique\\s+)?(table|index|view|sequence|type|function)\\s.*"),
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    static final Rule JAVA = new JavaRule(
            "SQL in a class names its own module's schema, and every table in full",
            Source::isOfProduct,
            SqlRules::judge,
            List.of(
                    store("launch", "select name from member.member where id = ?"),
                    store("launch", "select id from orders where position = ?"),
                    store("launch", "select o.id from launch.orders o join supply.curve c on c.offer = o.offer"),
                    store("launch", "select o.id from launch.orders o, supply.curve c where c.offer = o.offer"),
                    store("launch", "insert into supply.curve (offer) values (?)"),
                    store("launch", "insert into launch.orders (id) select id from member.member"),
                    store("launch", "update launch.line set taken = (select max(position) from orders)"),
                    store("launch", "update member.member set name = ?"),
                    store("launch", "delete from launch.orders using member.member m where m.id = member"),
                    store("launch", "with late as (select id from orders) select id from late"),
                    store("launch", "select member.name_of(o.member) from launch.orders o"),
                    store("launch", "copy member.member (id) from stdin"),
                    store("launch.payment", "select id from payment.event"),
                    Source.ofProduct(
                            "web/Page.java", "class Page { String sql = \"select id \" + \"from launch.orders\"; }")),
            List.of(
                    store(
                            "launch",
                            "select o.id, (o.held).at from launch.orders o where o.a is distinct from o.b for update"),
                    store(
                            "launch",
                            "select extract(epoch from o.held) from launch.orders o, unnest(?, ?) as n (id, at)"),
                    store(
                            "launch",
                            "with late (id) as materialized (select id from launch.orders) select id from late"),
                    store(
                            "launch.payment",
                            "insert into launch.event (id) values (?) on conflict (id) do update set id = 1"),
                    store("launch", "copy launch.orders (id, at) from stdin"),
                    store("run", "select setting from pg_settings where name = 'fsync'"),
                    store(
                            "launch",
                            "select count(*) from (select 1 from launch.orders) as counted, generate_series(1, 3)")));

    static final Rule FILES = new TextRule(
            "a schema file names its own module's schema, and every table in full",
            source -> source.path().endsWith(".sql") && source.isOfProduct(),
            (source, look) -> {
                look.judged();
                Sql.complaints(source.text(), source.module()).forEach(complaint -> look.found(source, 1, complaint));
            },
            List.of(
                    file("migration/launch/V001__line.sql", "create table line (id text);"),
                    file("migration/launch/V001__line.sql", "create index at on line (id);"),
                    file(
                            "migration/launch/V001__line.sql",
                            "create table launch.a (id text references member.member (id));"),
                    file(
                            "schema/launch.sql",
                            "create trigger grows before update or truncate on line execute function launch.no();"),
                    file("schema/launch.sql", "create table supply.line (id text);"),
                    file("schema/launch.news.sql", "create table news.line (id text);")),
            List.of(
                    file(
                            "schema/launch.sql",
                            "create schema launch; create table launch.line (id text, at timestamptz);"),
                    file(
                            "schema/launch.sql",
                            "create trigger grows before update or truncate on launch.line execute function launch.no();"),
                    file("schema/launch.news.sql", "create table launch.line (id text);"),
                    file("schema/launch.sql", "create unique index line_at on launch.line using btree (at);")));

    private SqlRules() {}

    private static void judge(JavaSource java, Look.Taking look) {
        java.each(tree -> {
            if (tree instanceof LiteralTree || tree.getKind() == Tree.Kind.PLUS) {
                String text = COMMENT.matcher(folded(tree)).replaceAll(" ").strip();
                if (STATEMENT.matcher(text).matches()) {
                    look.judged();
                    Sql.complaints(text, java.source().module())
                            .forEach(complaint -> look.found(java.source(), java.firstLine(tree), complaint));
                }
            }
        });
    }

    /// A text put together from parts, with a mark where a part is not a constant: a table may not hide behind one.
    private static String folded(Tree tree) {
        return switch (tree) {
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case BinaryTree binary -> folded(binary.getLeftOperand()) + folded(binary.getRightOperand());
            default -> " some_part ";
        };
    }

    private static Source store(String place, String sql) {
        return Source.ofProduct(
                place.replace('.', '/') + "/SomeStore.java",
                "class SomeStore { String sql = \"\"\"\n        %s\n        \"\"\"; }".formatted(sql));
    }

    private static Source file(String place, String sql) {
        return new Source("server/src/main/resources/db/" + place, sql);
    }
}
