package dev.holdfast.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads SQL closely enough to tell which tables it names. It is no parser: it knows the few places where a table's
/// name
/// can stand, and what else can stand there.
final class Sql {

    private static final Pattern NOISE =
            Pattern.compile("--[^\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\\$\\w*\\$|::\\w+", Pattern.DOTALL);
    private static final Pattern TOKEN =
            Pattern.compile("[a-z_\"][\\w$\"]*(?:\\.[a-z_\"][\\w$\"]*)*|[(),;]|[^\\s\\w(),;]+|\\d+");

    /// `extract(day from moment)` names no table.
    private static final Set<String> FROM_WITHIN = Set.of("extract", "substring", "trim", "overlay");

    private static final Set<String> MADE =
            Set.of("table", "view", "sequence", "function", "procedure", "type", "domain");
    private static final Set<String> AROUND_A_NAME =
            Set.of("only", "lateral", "if", "not", "exists", "table", "concurrently", "into", "recursive");
    private static final Set<String> AFTER_AN_ITEM = Set.of(
            "where",
            "join",
            "left",
            "right",
            "inner",
            "full",
            "cross",
            "natural",
            "on",
            "using",
            "group",
            "order",
            "having",
            "limit",
            "offset",
            "fetch",
            "for",
            "union",
            "except",
            "intersect",
            "window",
            "returning",
            "set",
            "do",
            "when");

    private final List<String> tokens;
    private final String schema;
    private final Set<String> named = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    private Sql(List<String> tokens, String schema) {
        this.tokens = tokens;
        this.schema = schema;
    }

    /// One sentence for each name in these statements that is not a table of this schema, written in full.
    static List<String> complaints(String text, String schema) {
        List<String> all = new ArrayList<>();
        List<String> statement = new ArrayList<>();
        String quiet = NOISE.matcher(text).replaceAll(Matcher.quoteReplacement(" '' "));
        Matcher matcher = TOKEN.matcher(quiet.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String token = matcher.group().replace("\"", "");
            if (token.equals(";")) {
                all.addAll(new Sql(statement, schema).read());
                statement = new ArrayList<>();
            } else {
                statement.add(token);
            }
        }
        all.addAll(new Sql(statement, schema).read());
        return all;
    }

    private List<String> read() {
        for (int at = 0; at < tokens.size(); at++) {
            nameQuery(at);
        }
        for (int at = 0; at < tokens.size(); at++) {
            judge(at);
        }
        return complaints;
    }

    /// `with reached as (...)`, `with reached (week) as (...)`.
    private void nameQuery(int at) {
        boolean opensOne = isAny(at - 1, "with", "recursive", ",", ")");
        int as = is(at + 1, "(") ? closing(at + 1) + 1 : at + 1;
        int body = is(as + 1, "not") ? as + 3 : is(as + 1, "materialized") ? as + 2 : as + 1;
        if (opensOne && is(as, "as") && is(body, "(") && isWord(at)) {
            named.add(token(at));
        }
    }

    private void judge(int at) {
        switch (token(at)) {
            case "from" -> {
                boolean ofAStream = is(0, "copy") && is(at + 1, "stdin");
                if (!is(at - 1, "distinct") && !ofAStream && !FROM_WITHIN.contains(openedBy(at))) {
                    items(at + 1);
                }
            }
            case "join" -> item(at + 1);
            case "into", "references" -> table(at + 1);
            case "copy", "truncate" -> {
                if (at == 0) {
                    table(at + 1);
                }
            }
            case "update" -> {
                if (!isAny(at - 1, "for", "key", "do", "on", "or", "before", "after")) {
                    table(at + 1);
                }
            }
            case "using" -> {
                if (is(0, "delete") || is(0, "merge") || is(0, "with")) {
                    items(at + 1);
                }
            }
            case "on" -> {
                if (is(0, "create") && (is(1, "index") || is(2, "index") || tokens.contains("trigger"))) {
                    table(at + 1);
                }
            }
            default -> judgeOther(at);
        }
    }

    private void judgeOther(int at) {
        boolean makes = isAny(at - 1, "create", "alter", "drop", "replace", "materialized", "lock", "unlogged");
        if (MADE.contains(token(at)) && makes) {
            table(at + 1);
        } else if (is(at + 1, "(")
                && token(at).contains(".")
                && !isAny(at - 1, "into", "table", "references", "copy")) {
            judgeName(token(at));
        }
    }

    private void items(int start) {
        int next = item(start);
        while (is(next, ",")) {
            next = item(next + 1);
        }
    }

    /// Judges one item of a from-list and answers where it ends, its alias included.
    private int item(int start) {
        int at = start;
        while (AROUND_A_NAME.contains(token(at)) || is(at, "rows")) {
            at++;
        }
        if (is(at, "(")) {
            at = closing(at) + 1;
        } else if (is(at + 1, "(")) {
            at = closing(at + 1) + 1;
        } else {
            judgeName(token(at));
            at++;
        }
        if (is(at, "with") && is(at + 1, "ordinality")) {
            at += 2;
        }
        at = is(at, "as") ? at + 1 : at;
        if (isWord(at) && !AFTER_AN_ITEM.contains(token(at))) {
            at++;
        }
        return is(at, "(") ? closing(at) + 1 : at;
    }

    private void table(int start) {
        int at = start;
        while (AROUND_A_NAME.contains(token(at))) {
            at++;
        }
        if (!is(at, "(") && !is(at, "set")) {
            judgeName(token(at));
        }
    }

    private void judgeName(String name) {
        boolean ofTheDatabase =
                name.startsWith("pg_") || name.startsWith("information_schema.") || name.equals("stdin");
        if (named.contains(name) || ofTheDatabase) {
            return;
        }
        if (!name.contains(".")) {
            complaints.add("'%s' has no schema. Maybe %s.%s".formatted(name, schema, name));
        } else if (!name.startsWith(schema + ".")) {
            complaints.add("'%s' is not of schema '%s'. Maybe ask the module's face".formatted(name, schema));
        }
    }

    private int closing(int opening) {
        int depth = 0;
        for (int at = opening; at < tokens.size(); at++) {
            depth += is(at, "(") ? 1 : is(at, ")") ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return tokens.size();
    }

    /// The word before the bracket that this place stands in.
    private String openedBy(int place) {
        int depth = 0;
        for (int at = place - 1; at >= 0; at--) {
            depth += is(at, ")") ? 1 : is(at, "(") ? -1 : 0;
            if (depth < 0) {
                return token(at - 1);
            }
        }
        return "";
    }

    private boolean isWord(int at) {
        return !token(at).isEmpty()
                && (Character.isLetter(token(at).charAt(0)) || token(at).charAt(0) == '_');
    }

    private boolean is(int at, String word) {
        return token(at).equals(word);
    }

    private boolean isAny(int at, String... words) {
        return List.of(words).contains(token(at));
    }

    private String token(int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at);
    }
}
