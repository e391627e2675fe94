package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.random.RandomGenerator;

/// One thing wrong with a request.
interface Twist {
    Request of(Request request, RandomGenerator dice);

    static Request any(Request request, RandomGenerator dice) {
        List<Twist> family = switch (dice.nextInt(10)) {
            case 0 -> METHODS;
            case 1, 2 -> PATHS;
            case 3, 4, 5 -> HeaderTwists.ALL;
            default -> BodyTwists.ALL;
        };
        return Words.pick(family, dice).of(request, dice);
    }

    List<Twist> METHODS = List.of(
            (request, dice) -> request.withMethod(Words.pick(
                    List.of("GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "TRACE", "PATCH", "PROPFIND"), dice)),
            (request, dice) -> request.withMethod(Words.pick(List.of("get", "X", "G".repeat(200)), dice)),
            (request, dice) -> request.withMethod(Words.pick(List.of("CONNECT", "G T", "G\0T", "", "G:T"), dice))
                    .bent());

    List<Twist> PATHS = List.of(
            (request, dice) -> inserted(
                    request,
                    dice,
                    Words.pick(
                            List.of(
                                    "%2e%2e/",
                                    "%2E/", "../", "./", "//", "%2F", "%5c", "\\", ";a=b", ";", "%00", "%0d%0a",
                                    "%c0%af", "%ff", "%", "%zz", "%u0041", "\u00e9", "\u00ff", "|", "\"", "<", "{", "^",
                                    "`"),
                            dice)),
            (request, dice) -> request.withTarget(request.target() + "/").bent(),
            (request, dice) -> request.withTarget("/" + request.target()).bent(),
            (request, dice) -> request.withTarget(request.target().toUpperCase(java.util.Locale.ROOT))
                    .bent(),
            (request, dice) -> request.withTarget("http://elsewhere.invalid" + request.target())
                    .bent(),
            (request, dice) -> request.withTarget(Words.pick(List.of("*", "", "#", "?", "/", "/?", "api"), dice))
                    .bent(),
            (request, dice) -> request.withTarget(request.target() + "x".repeat(dice.nextInt(1, 20_000)))
                    .bent(),
            (request, dice) -> request.withTarget(queried(request, "a=%zz")).bent(),
            (request, dice) -> request.withTarget(queried(request, "a=1&".repeat(dice.nextInt(1, 1_500))))
                    .bent(),
            (request, dice) -> request.withTarget(queried(request, "limit=9&limit=-1&state=&after=%00"))
                    .bent(),
            (request, dice) -> request.withTarget(queried(request, "limit=%c0%af&wait=%ff&weeks=%00"))
                    .bent());

    private static Request inserted(Request request, RandomGenerator dice, String what) {
        int slash = request.target().indexOf('/', dice.nextInt(request.target().length() + 1));
        int at = slash < 0 ? request.target().length() : slash + 1;
        return request.withTarget(request.target().substring(0, at)
                        + new String(what.getBytes(ISO_8859_1), ISO_8859_1)
                        + request.target().substring(at))
                .bent();
    }

    private static String queried(Request request, String query) {
        return request.target() + (request.target().contains("?") ? '&' : '?') + query;
    }
}
