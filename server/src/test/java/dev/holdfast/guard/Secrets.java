package dev.holdfast.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What looks like a key, a token or a password that somebody left in a file.
///
/// Two ways: the shapes that issuers gave their secrets so that they can be found, and, beside a word such as `secret`,
/// a
/// literal that is too random to be one of ours. Ours are sentences: "a secret of the tests, 32 bytes long".
public final class Secrets {
    private static final Map<String, Pattern> SHAPES = Map.of(
            "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*[A-Za-z0-9+/=]{16}"),
            "a key of AWS", Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            "a key of Stripe", Pattern.compile("\\b[sr]k_(?:live|test)_[0-9A-Za-z]{16,}"),
            "a token of GitHub", Pattern.compile("\\bgh[pousr]_[0-9A-Za-z]{36}|\\bgithub_pat_\\w{40,}"),
            "a token of Slack", Pattern.compile("\\bxox[abprs]-[0-9A-Za-z-]{20,}"),
            "a key of Google", Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}\\b"),
            "a signed token", Pattern.compile("\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{20,}"),
            "a secret of webhooks", Pattern.compile("\\bwhsec_[A-Za-z0-9+/=]{24,}"),
            "a password in a url",
                    Pattern.compile("\\b[a-z+]{3,12}://[\\w.-]+:(?![<$%{]|password)[^\\s/@:\"'<]{8,}@[\\w.]"));

    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:secret|passw(?:or)?d|token|credential|api.?key|private.?key)\\w*[\"']?\\s*(?:=|:|,)\\s*[\"']?"
                    + "([A-Za-z0-9+/_=-]{20,})");
    /// Random letters and digits in base64 have 5 to 6 bits each, words and names some 3 to 4.
    private static final double RANDOM_BITS = 4.2;

    private Secrets() {}

    /// @param known values that are no secrets, such as those of a specification's examples
    public static Look look(List<Source> files, Set<String> known) {
        Look.Taking look = new Look.Taking();
        for (Source file : files) {
            look.judged();
            SHAPES.forEach((what, shape) -> {
                var found = shape.matcher(file.text());
                while (found.find()) {
                    if (!known.contains(found.group())) {
                        look.found(file, line(file, found.start()), "holds what looks like " + what);
                    }
                }
            });
            var named = NAMED.matcher(file.text());
            while (named.find()) {
                if (bits(named.group(1)) > RANDOM_BITS && !known.contains(named.group(1))) {
                    look.found(file, line(file, named.start()), "names a secret and its value");
                }
            }
        }
        return look.taken();
    }

    private static int line(Source file, int at) {
        return (int) file.text().substring(0, at).lines().count() + 1;
    }

    /// Shannon's entropy of its letters, in bits.
    static double bits(String text) {
        return text
                .chars()
                .boxed()
                .collect(Collectors.groupingBy(letter -> letter, Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(count -> {
                    double share = count / (double) text.length();
                    return -share * Math.log(share) / Math.log(2);
                })
                .sum();
    }
}
