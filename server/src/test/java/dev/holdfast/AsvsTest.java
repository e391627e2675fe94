package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.Repository;
import dev.holdfast.guard.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/// docs/asvs.md answers each requirement of the standard once, and each test it leans on exists.
class AsvsTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\|[^|]*\\| ([^|]*) \\|[^|]*\\|([^|]*)\\|$");

    private static final Set<String> WORDS = Set.of("met", "in part", "**not met**", "yours", "no such thing");
    /// Where no test could say more.
    private static final Set<String> WITHOUT_TEST = Set.of("paper", "by design");

    @Test
    void every_requirement_has_its_row_and_every_test_exists() throws IOException {
        List<Source> sources = Repository.sources();
        Set<String> tests = sources.stream()
                .map(Source::path)
                .filter(path -> path.endsWith("Test.java"))
                .map(path -> path.replaceFirst(".*/", "").replace(".java", ""))
                .collect(Collectors.toSet());
        Map<String, String> levels = levels();
        assertEquals(253, levels.size(), "what the standard has on its levels 1 and 2");
        String page = sources.stream()
                .filter(source -> source.path().equals("docs/asvs.md"))
                .findFirst()
                .orElseThrow()
                .text();
        assertEquals("", String.join("\n", faults(page, levels, tests)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "| 1.1.1 | 2 | x | met | y | `RealTest` |; 0",
                "| 1.1.1 | 2 | x | met | y | paper |; 0",
                "| 1.1.1 | 2 | x | no such thing | |  |; 0",
                "| 1.1.1 | 2 | x | met | y | `GoneTest` |; 1",
                "| 1.1.1 | 2 | x | met | y |  |; 1",
                "| 1.1.1 | 1 | x | met | y | `RealTest` |; 1",
                "| 1.1.1 | 2 | x | perhaps | y | `RealTest` |; 1",
                "| 1.1.2 | 2 | x | met | y | `RealTest` |; 2"
            })
    void a_planted_fault_is_found(String row, int faults) {
        assertEquals(
                faults, faults(row, Map.of("1.1.1", "2"), Set.of("RealTest")).size(), row);
    }

    private static List<String> faults(String page, Map<String, String> levels, Set<String> tests) {
        List<String> faults = new ArrayList<>();
        Map<String, String> missing = new TreeMap<>(levels);
        page.lines().map(ROW::matcher).filter(row -> row.matches()).forEach(row -> {
            String number = row.group(1);
            String said = row.group(3);
            String test = row.group(4).strip();
            if (!row.group(2).equals(missing.remove(number))) {
                faults.add(number + " is no requirement of level " + row.group(2) + ", or stands there twice");
            }
            if (!WORDS.contains(said)) {
                faults.add(number + " says " + said);
            }
            boolean named = test.startsWith("`") && tests.contains(test.replace("`", ""));
            boolean needed = said.equals("met") || !test.isEmpty();
            if (needed && !named && !WITHOUT_TEST.contains(test)) {
                faults.add(number + " leans on a test that is not there: " + test);
            }
        });
        missing.keySet().forEach(number -> faults.add(number + " is not answered"));
        return faults;
    }

    private static Map<String, String> levels() throws IOException {
        Map<String, String> levels = new TreeMap<>();
        new ClassPathResource("asvs-5.0.0-level-2.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", -1))
                .forEach(line -> levels.put(line[0], line[1]));
        assertTrue(levels.values().stream().allMatch(level -> level.matches("[12]")));
        return levels;
    }
}
