package dev.holdfast.web.page;

/// What a page says when it cannot be shown, by HTTP status.
final class Problems {
    private Problems() {}

    static Notice notice(int status, Words words) {
        return notice(status, words, "/sign-in");
    }

    /// @param signIn where to sign in for the page that was asked for
    static Notice notice(int status, Words words, String signIn) {
        String key = "problem." + spoken(status);
        var home = new Notice.Link(words.say("problem.home"), "/");
        var next = status == 401 ? new Notice.Link(words.say("problem.signIn"), signIn) : home;
        return Notice.of(words.say(key), words.say(key + ".text"), next);
    }

    /// The database is away for a moment.
    static Notice away(Words words) {
        return Notice.of(
                words.say("problem.away"),
                words.say("problem.away.text"),
                new Notice.Link(words.say("problem.home"), "/"));
    }

    /// Whoever is signed in may not see this page; somebody else in the same browser may.
    static Notice notYours(Words words, String signIn) {
        return Notice.of(
                words.say("problem.role"),
                words.say("problem.role.text"),
                new Notice.Link(words.say("problem.signIn"), signIn),
                new Notice.Link(words.say("problem.home"), "/"));
    }

    /// The status among those there are words for that says the most like it.
    private static int spoken(int status) {
        return switch (status) {
            case 401, 403, 404, 429, 503 -> status;
            case 405, 410 -> 404;
            default -> status < 500 ? 400 : 500;
        };
    }
}
