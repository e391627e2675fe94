package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What is published over HTTP is what the independent script adds again.
@ExtendWith(RunningServer.Shared.class)
class TallyContractTest {
    private static final int FANS = 9;

    private final RunningServer server;
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private String wish = "";

    TallyContractTest(RunningServer server) {
        this.server = server;
    }

    @BeforeEach
    void vote() {
        wish = "/api/v1/wishes/"
                + server.post("/api/v1/wishes")
                        .by("author-" + word)
                        .json(Map.of("class", "product", "language", "en", "title", word, "text", "Because."))
                        .send()
                        .is(201)
                        .at("/id");
        for (int fan = 0; fan < FANS; fan++) {
            server.put(wish + "/vote").by("fan-" + fan + "-" + word).send().is(200);
        }
        server.delete(wish + "/vote").by("fan-3-" + word).send().is(200);
    }

    private Reply publish() {
        return server.post(wish.replace("/v1/", "/v1/operator/") + "/tallies")
                .byOperator()
                .send()
                .is(201);
    }

    @Test
    void theScriptAddsWhatTheServerPublishedAndRefusesAPlantedChange(@TempDir Path folder)
            throws IOException, InterruptedException {
        Reply tally = publish();
        Reply file = server.get(String.valueOf(tally.at("/file"))).send().is(200);
        assertThat(tally.number("/total")).isEqualTo(FANS - 1);
        assertThat(verify(folder, tally.text(), file.text())).isZero();
        assertThat(verify(folder, tally.text(), file.text().replace("\n2,2,", "\n2,1,")))
                .isEqualTo(1);
        assertThat(verify(folder, tally.text().replace("\"total\":8", "\"total\":9"), file.text()))
                .isEqualTo(1);
    }

    private static int verify(Path folder, String tally, String file) throws IOException, InterruptedException {
        Path script = Path.of("..", "docs", "verify-tally.py").toAbsolutePath();
        Process python = new ProcessBuilder(
                        "python3",
                        script.toString(),
                        Files.writeString(folder.resolve("tally.json"), tally).toString(),
                        Files.writeString(folder.resolve("votes.csv"), file).toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return python.exitValue();
    }

    @Test
    void aMemberFindsThemselvesInTheFileAndNobodyIsNamedThere() {
        Reply tally = publish();
        String file =
                server.get(String.valueOf(tally.at("/file"))).send().is(200).text();
        Reply own = server.get("/api/v1/me/votes").by("fan-3-" + word).send().is(200);
        assertThat(own.each("/votes", "position")).containsExactly("4", "10");
        assertThat(own.each("/votes", "voter")).containsExactly("4", "4");
        assertThat(file).contains("\n10,4,-1,").doesNotContain("fan");
        assertThat(server.get("/api/v1/me/votes?limit=1")
                        .by("fan-3-" + word)
                        .send()
                        .at("/next"))
                .isNotNull();
    }

    @Test
    void theFileBearsItsDigestAndItsName() {
        Reply tally = publish();
        Reply file = server.get(String.valueOf(tally.at("/file"))).send().is(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).contains("votes-" + tally.at("/number") + ".csv");
        assertThat(file.header("Repr-Digest")).startsWith("sha-256=:").endsWith("=:");
        assertThat(file.text().getBytes(StandardCharsets.US_ASCII)).hasSize((int) tally.number("/bytes"));
    }

    /// The tally as it was, however many vote since: its total, its cut-off, and where its rule and its rows are.
    @Test
    void thePageOfTheWishSaysWhatWasCountedUntilWhenAndLeadsToTheRuleAndTheFile() {
        Reply tally = publish();
        server.clock().forward(Duration.ofMinutes(90));
        server.put(wish + "/vote").by("late-" + word).send().is(200);
        String page = server.get(wish.substring("/api/v1".length()))
                .header("Accept-Language", "en")
                .send()
                .is(200)
                .text();
        assertThat(page)
                .contains("Last counted as of 20 November 2026, 12:00 UTC: " + (FANS - 1) + " supporters;")
                .containsOnlyOnce("every count, its rule and its checksum");
        String rule = String.valueOf(tally.at("/file")).replace("/votes", "");
        assertThat(links(page)).contains(wish.substring("/api/v1".length()) + "/votes", rule + "/votes");
        Reply read = server.get(rule).send().is(200);
        assertThat(read.at("/rule")).isEqualTo("one-vote-each-1");
        assertThat(read.number("/total")).isEqualTo(FANS - 1);
        assertThat(read.at("/checksum")).isEqualTo(tally.at("/checksum"));
        long sum = server.get(rule + "/votes")
                .send()
                .is(200)
                .text()
                .lines()
                .skip(1)
                .mapToLong(row -> Long.parseLong(row.split(",", -1)[2]))
                .sum();
        assertThat(sum).isEqualTo(FANS - 1);
    }

    private static List<String> links(String page) {
        return Pattern.compile("href=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    @Test
    void pagesOfTalliesLeadFromTheLatestToTheFirst() {
        publish();
        server.put(wish + "/vote").by("late-" + word).send().is(200);
        publish();
        Reply first = server.get(wish + "/tallies?limit=1").send().is(200);
        assertThat(first.number("/tallies/0/total")).isEqualTo(FANS);
        Reply second = server.get(wish + "/tallies?limit=1&before=" + first.at("/next"))
                .send()
                .is(200);
        assertThat(second.number("/tallies/0/total")).isEqualTo(FANS - 1);
        assertThat(server.get(wish + "/tallies?before=" + second.at("/next"))
                        .send()
                        .node("/tallies"))
                .isEmpty();
    }
}
