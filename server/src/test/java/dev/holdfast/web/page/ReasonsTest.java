package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads the sources for every sentence that says what is wrong with a value, and asks for it in Chinese.
class ReasonsTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "holdfast");
    /// Where what an operator or planner typed or uploaded is judged.
    private static final List<String> JUDGES = List.of(
            "supply/SupplyFile.java",
            "supply/master",
            "supply/plan/input",
            "supply/run/Changing.java",
            "supply/run/PlanWish.java",
            "launch/DefinitionCheck.java",
            "launch/CompensationCheck.java",
            "launch/EntryCheck.java",
            "launch/WaitingRoomCheck.java",
            "delivery/slot/SlotRows.java",
            "delivery/slot/Calendar.java",
            "launch/intake/Desk.java",
            "launch/news/News.java",
            "launch/news/Destinations.java");
    private static final Pattern REASON = Pattern.compile("\"((?:is|are|must|has|may|needs|names|closes|stands|makes"
            + "|cannot|adds|of offer|live orders|orders were|the bills|there is|a component or)\\b[^\"]*)\"");
    /// Names of columns and the like, which are no sentences.
    private static final Pattern NAME = Pattern.compile("[a-z]+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void everyReasonIsSaidInChinese() throws IOException {
        var reasons = new ArrayList<String>();
        for (var judge : JUDGES) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(judge))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> reasons.addAll(in(file)));
            }
        }
        assertThat(reasons).hasSizeGreaterThan(70);
        assertThat(reasons.stream().filter(reason -> !isChinese(reason))).isEmpty();
    }

    @Test
    void valuesAreKeptAndAReasonWithinAReasonIsSaidToo() {
        assertThat(Reasons.of("is no Monday; the week begins on 2027-08-02", Words.CHINESE))
                .isEqualTo("不是周一；该周始于 2027-08-02");
        assertThat(Reasons.of("must be a Monday, and is a Tuesday", Words.CHINESE))
                .isEqualTo("须为周一，而这一天是周二");
        assertThat(Reasons.of("is missing in the file: the bills need it: car > $1 {0}", Words.CHINESE))
                .isEqualTo("文件中缺少：物料清单需要它：car > $1 {0}");
        assertThat(Reasons.of("is given twice", Words.ENGLISH)).isEqualTo("is given twice");
        assertThat(Reasons.of("is said by nobody", Words.CHINESE)).isEqualTo("is said by nobody");
    }

    private static boolean isChinese(String reason) {
        return CHINESE.matcher(Reasons.of(reason, Words.CHINESE)).find();
    }

    private static List<String> in(Path file) {
        try {
            var source = Files.readString(file).replaceAll("(?m)^\\s*//.*$", "");
            return REASON.matcher(source)
                    .results()
                    .filter(found -> !NAME.matcher(found.group(1)).matches())
                    .map(found -> whole(source, found.start()))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The sentence that begins there, with `7` for each value that is put into it.
    private static String whole(String source, int start) {
        var sentence = new StringBuilder();
        int depth = 0;
        boolean value = false;
        for (int at = start; at < source.length(); at++) {
            char letter = source.charAt(at);
            if (letter == '"' && depth == 0) {
                int end = source.indexOf('"', at + 1);
                sentence.append(value ? "7" : "").append(source, at + 1, end);
                value = false;
                at = end;
            } else if (letter == '(') {
                depth++;
            } else if (depth == 0 && (letter == ')' || letter == ',' || letter == ';')) {
                return sentence.append(value ? "7" : "").toString();
            } else if (letter == ')') {
                depth--;
            } else if (letter != '+' && !Character.isWhitespace(letter)) {
                value = true;
            }
        }
        throw new AssertionError("A sentence without an end");
    }
}
