package dev.holdfast.community.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Answers from a mould: one sentence given to many.
///
/// The rule, which stands on the public page in these words. A reason is cut into sentences; of each only
/// letters are kept, in one width and one case, so that neither a comma, a name's capital nor a number
/// makes it another sentence. A sentence of fewer than [#MIN_LETTERS] letters is a courtesy and not looked
/// at, unless there is no longer one. A sentence is reused when answers to [#MANY] wishes or more hold it.
/// An answer is from a mould when, in either language, half of its letters or more are in reused sentences.
public final class Boilerplate {
    public static final int MANY = 3;
    public static final int MIN_LETTERS = 8;

    private static final Pattern END = Pattern.compile("(?<=[.!?。！？；;…])|\\n+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]");

    private Boilerplate() {}

    /// One sentence of a reason.
    ///
    /// @param text as it was written, the first time it stands there
    /// @param letters in all the places where it stands
    /// @param digest of its letters and its language: what makes two sentences the same
    public record Sentence(String language, String text, int letters, String digest) {
        private Sentence and(Sentence again) {
            return new Sentence(language, text, letters + again.letters, digest);
        }
    }

    /// A sentence, and how many other wishes were answered with it.
    public record Use(Sentence sentence, int wishes) {
        /// Whether it counts as reused once one more wish is answered with it.
        public boolean many() {
            return wishes + 1 >= MANY;
        }
    }

    /// The sentences of a reason that are looked at, each once.
    static List<Sentence> sentences(Map<String, String> reason) {
        List<Sentence> all = new ArrayList<>();
        reason.forEach((language, text) -> all.addAll(sentences(language, text)));
        return all;
    }

    private static List<Sentence> sentences(String language, String text) {
        Map<String, Sentence> found = new LinkedHashMap<>();
        for (String part : END.split(text, -1)) {
            Sentence sentence = sentence(language, part);
            if (sentence.letters >= MIN_LETTERS) {
                found.merge(sentence.digest, sentence, Sentence::and);
            }
        }
        return found.isEmpty() ? List.of(sentence(language, text)) : List.copyOf(found.values());
    }

    /// Whether a draft with these sentences would be from a mould.
    static boolean molds(List<Use> uses) {
        return AnswerCheck.LANGUAGES.stream().anyMatch(language -> {
            int all = letters(uses, language, false);
            return all > 0 && 2 * letters(uses, language, true) >= all;
        });
    }

    private static int letters(List<Use> uses, String language, boolean reused) {
        return uses.stream()
                .filter(use -> use.sentence.language.equals(language) && (use.many() || !reused))
                .mapToInt(use -> use.sentence.letters)
                .sum();
    }

    private static Sentence sentence(String language, String text) {
        String letters = NO_LETTER
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
        return new Sentence(language, text.strip(), letters.length(), digest(language + ":" + letters));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256", missing);
        }
    }
}
