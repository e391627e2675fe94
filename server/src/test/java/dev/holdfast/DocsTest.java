package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.Codes;
import dev.holdfast.guard.Links;
import dev.holdfast.guard.Look;
import dev.holdfast.guard.Mentions;
import dev.holdfast.guard.Repository;
import dev.holdfast.guard.Source;
import java.nio.file.Files;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The papers lead where they say they lead.
class DocsTest {

    @Test
    void no_link_is_dead() {
        List<Source> pages =
                Repository.sources().stream().filter(Source::isMarkdown).toList();
        Look look = Links.look(pages, path -> Files.exists(Repository.root().resolve(path)));
        assertTrue(look.judged() > 0, "no link was found, so none could be dead");
        assertEquals("", String.join("\n", look.findings()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[gone](gone.md)",
                "[gone](../gone.md)",
                "[gone](/docs/gone.md)",
                "![picture](gone.svg)",
                "<img src=\"gone.svg\">",
                "[heading](#gone)",
                "[heading](../README.md#gone)"
            })
    void a_dead_link_is_caught(String link) {
        assertEquals(1, planted(link).findings().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[readme](../README.md)",
                "[readme](/README.md#start-it)",
                "[here](#what-holds)",
                "[folder](../docs)",
                "[the page](page.md \"with a title\")"
            })
    void a_living_link_passes(String link) {
        assertEquals(List.of(), planted(link).findings());
    }

    @Test
    void what_leads_out_of_the_repository_or_is_code_is_not_judged() {
        assertEquals(
                0,
                planted("[out](https://example.org/gone.md) and `[code](gone.md)`")
                        .judged());
    }

    @Test
    void no_paper_names_a_type_that_is_gone() {
        List<Source> sources = Repository.sources();
        Look look = Mentions.look(sources.stream().filter(Source::isMarkdown).toList(), sources);
        assertTrue(look.judged() > 0, "no type was named, so none could be gone");
        assertEquals("", String.join("\n", look.findings()));
    }

    @ParameterizedTest
    @CsvSource({
        "`BatchStore`, 1",
        "`Batch.decide(line)`, 0",
        "`launch.GoneStore`, 1",
        "BatchStore, 0",
        "`LineStore.read`, 0"
    })
    void a_type_that_is_gone_is_caught(String text, int findings) {
        Source line = new Source("server/src/main/java/dev/holdfast/launch/LineStore.java", "class LineStore {}");
        Source page = new Source("docs/page.md", text);
        assertEquals(
                findings, Mentions.look(List.of(page), List.of(line)).findings().size());
    }

    @Test
    void the_outcomes_page_tells_every_code_and_no_other() {
        NavigableSet<String> said = Codes.saidBy(Repository.sources());
        assertTrue(said.size() > 20, () -> "too few codes were found to believe it: " + said);
        assertEquals(String.join("\n", said), String.join("\n", Codes.toldBy(page("docs/outcomes.md"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new Problem(Problem.Kind.CONFLICT, \"sold_out\", \"text\");",
                "throw new Problem(Kind.CONFLICT, SOLD_OUT, \"text\", List.of());",
                "throw new Problem(Kind.CONFLICT, Some.SOLD_OUT, \"text\", List.of());",
                "write(exchange, 409, \"sold_out\", \"text\");",
                "new Told(409, \"sold_out\", \"text\");"
            })
    void a_code_is_found_however_it_is_said(String statement) {
        String type = "class Some { static final String SOLD_OUT = \"sold_out\"; void act() { " + statement + " } }";
        Source source = new Source("server/src/main/java/dev/holdfast/web/Some.java", type);
        assertEquals(Set.of("sold_out"), Codes.saidBy(List.of(source)));
    }

    @Test
    void only_a_row_of_the_page_tells_a_code() {
        Source page = new Source("docs/page.md", "Not `here`.\n| `sold_out` | 409 | `there` |\n");
        assertEquals(Set.of("sold_out"), Codes.toldBy(page));
    }

    private static Source page(String path) {
        return Repository.sources().stream()
                .filter(source -> source.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Look planted(String link) {
        Source page = new Source("docs/page.md", "## What holds\n" + link);
        Source readme = new Source("README.md", "# Holdfast\n## Start it!\n");
        return Links.look(List.of(page, readme), Set.of("docs", page.path(), readme.path())::contains);
    }
}
