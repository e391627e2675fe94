package dev.holdfast.community.similar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of our own: each line of `concepts.txt` is one thing and all that people call it, in either language. So
/// "night mode" finds "dark theme", and 深色模式 finds both.
///
/// English is compared by stems and in whole words, Chinese by characters. A few hundred phrases are looked for in a
/// text one after the other: less than a tenth of a millisecond, and nothing to be kept in step.
final class Concepts {
    private static final String FILE = "concepts.txt";

    private final Map<String, List<String>> english = new LinkedHashMap<>();
    private final Map<String, List<String>> chinese = new LinkedHashMap<>();
    private final Analyzer stems = new EnglishAnalyzer();

    Concepts() {
        read().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon).strip();
        List<String> words = new ArrayList<>();
        List<String> characters = new ArrayList<>();
        for (String phrase : line.substring(colon + 1).split("[,，]", -1)) {
            String stripped = phrase.strip().toLowerCase(Locale.ROOT);
            if (Script.isChinese(stripped)) {
                characters.add(stripped);
            } else {
                words.add(stemmed(stripped));
            }
        }
        english.put(name, words);
        chinese.put(name, characters);
    }

    /// The things a text speaks of.
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        String stemmed = stemmed(Script.withoutChinese(text));
        english.forEach((name, phrases) -> addIfAny(found, name, phrases, stemmed));
        String lower = text.toLowerCase(Locale.ROOT);
        chinese.forEach((name, phrases) -> addIfAny(found, name, phrases, lower));
        return found;
    }

    private static void addIfAny(Set<String> found, String name, List<String> phrases, String text) {
        if (phrases.stream().anyMatch(text::contains)) {
            found.add(name);
        }
    }

    /// The stems of a text, with a blank before and after each, so that a phrase is found in whole words alone.
    private String stemmed(String text) {
        StringBuilder all = new StringBuilder(" ");
        try (TokenStream tokens = stems.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                all.append(term).append(' ');
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", impossible);
        }
        return all.toString();
    }

    private static String read() {
        try (InputStream file = Concepts.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing in this build");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read in this build", unreadable);
        }
    }
}
