package dev.holdfast.bench.fuzz;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Says what is wrong with an answer.
final class Judge {
    /// What only the inside of a server knows: its classes, its frames, its statements, its folders, its parts.
    private static final List<Pattern> INSIDES = List.of(
            Pattern.compile("\\b(?:dev\\.holdfast|org\\.(?:springframework|postgresql|apache|slf4j)|jakarta\\.|javax\\."
                    + "|java\\.(?:lang|util|io|net|sql|time|nio)|tools\\.jackson"
                    + "|com\\.(?:zaxxer|nimbusds|fasterxml))\\b"),
            Pattern.compile("\\b[A-Z]\\w+(?:Exception|Error)\\b"),
            Pattern.compile("\\bat [\\w.$/]+\\([\\w ]*(?:\\.java|Native Method|Unknown Source)"),
            Pattern.compile("\\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\\.[a-zA-Z]\\w*"),
            Pattern.compile("(?i)\\bselect\\s.+\\sfrom\\b|\\binsert into\\b|\\bdelete from\\b|\\bsqlstate\\b"
                    + "|violates [\\w-]+ constraint|relation \"|syntax error at|prepared statement"),
            Pattern.compile("(?:/tmp|/home|/root|/usr|/var|/opt|/proc)/\\w"),
            Pattern.compile("Tomcat|PostgreSQL|Hikari|Jackson"));

    /// Those that are made to say such things: the interface's own document, and what operators measure. So are the
    /// scripts of pages.
    private static final Set<String> TALKATIVE = Set.of("/api/v1/openapi.json", "/metrics");

    /// RFC 9110 wants these for a method, a coding and a version that nobody knows: refusals, though they begin with 5.
    private static final Set<Integer> UNKNOWN_TO_HTTP = Set.of(501, 505);

    private static final String NO_HTTP = "unreadable_request";

    private static final String TELLS = "tells of its inside: ";

    private final Contract contract;

    Judge(Contract contract) {
        this.contract = contract;
    }

    /// @param key the same for what is most likely one fault
    record Fault(String kind, String key) {}

    @Nullable
    Fault fault(Request request, Answer answer) {
        String what = what(request, answer);
        if (what == null) {
            return null;
        }
        Contract.Operation operation = request.operation();
        // What a bent request meets is no operation's, and words are mostly those of a part that all share.
        boolean talk = what.startsWith(TELLS);
        if (operation == null || talk || (request.odd() && answer.status() < 500)) {
            return new Fault(what, what);
        }
        return new Fault(what, operation.name() + ": " + what);
    }

    private @Nullable String what(Request request, Answer answer) {
        if (!answer.came()) {
            return request.odd() ? null : answer.isLate() ? "no answer in time" : "no answer";
        }
        String leak = leak(request, answer);
        if (leak != null) {
            return leak;
        }
        boolean busy = answer.status() == 503 && answer.isProblem();
        boolean free = request.odd() || request.operation() == null;
        boolean unknown = free && UNKNOWN_TO_HTTP.contains(answer.status());
        if (answer.status() >= 500 && !busy && !unknown) {
            return "status " + answer.status();
        }
        return wellFormed(answer) ? undocumented(request, answer) : "no JSON under " + answer.type();
    }

    private static @Nullable String leak(Request request, Answer answer) {
        Contract.Operation operation = request.operation();
        boolean ours = operation == null && request.target().startsWith("/assets/");
        boolean talks = operation != null && TALKATIVE.contains(operation.path());
        if ((talks || ours) && answer.status() == 200) {
            return null;
        }
        String all = answer.headers() + "\n" + answer.body();
        for (Pattern inside : INSIDES) {
            Matcher found = inside.matcher(all);
            if (found.find()) {
                return TELLS + found.group();
            }
        }
        return null;
    }

    private @Nullable String undocumented(Request request, Answer answer) {
        Contract.Operation operation = request.operation();
        int status = answer.status();
        if (request.odd() || operation == null) {
            return status < 400 || answer.isProblem() || isOwnPage(answer)
                    ? null
                    : status + " as '" + answer.type() + "'";
        }
        if (!operation.method().equals(request.method())) {
            // Another operation of the address, or none: what it is, is not worth finding out.
            return status < 300 || answer.isProblem() || isOwnPage(answer)
                    ? null
                    : "status " + status + " to " + request.method() + " as '" + answer.type() + "'";
        }
        if (code(answer).equals(NO_HTTP)) {
            // Said of any address before it is looked at, as the document's first words have it.
            return null;
        }
        if (!contract.knows(operation, status, answer.type())) {
            return "undocumented status " + status + " as '" + answer.type() + "'";
        }
        Set<String> codes = contract.codes(operation, status);
        String code = code(answer);
        return code.isEmpty() || codes.isEmpty() || codes.contains(code)
                ? null
                : "undocumented code " + code + " of status " + status;
    }

    /// What stands beside the interface, where a bent address may lead; nothing at all is said to HEAD.
    private static boolean isOwnPage(Answer answer) {
        return answer.body().isEmpty() || answer.body().contains(" Holdfast</title>");
    }

    private static String code(Answer answer) {
        return answer.isProblem()
                ? JsonMapper.shared().readTree(answer.body()).path("code").asString("")
                : "";
    }

    private static boolean wellFormed(Answer answer) {
        if (!answer.type().endsWith("json") || answer.body().isEmpty()) {
            return true;
        }
        try {
            return JsonMapper.shared().readTree(answer.body()).isContainer();
        } catch (JacksonException broken) {
            return false;
        }
    }
}
