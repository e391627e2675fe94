package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.holdfast.community.integrity.ExamineNow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the product desk takes away, over real HTTP.
@ExtendWith(RunningServer.Shared.class)
class ExportContractTest {
    private static final String EXPORTS = "/api/v1/operator/exports/";
    private static final String TITLE = "=HYPERLINK(\"x\"), 快充\nplease";

    private final RunningServer server;
    private final String word = UUID.randomUUID().toString().substring(0, 8);

    ExportContractTest(RunningServer server) {
        this.server = server;
    }

    private Reply propose(String member, String title) {
        return server.post("/api/v1/wishes")
                .by(member)
                .json(Map.of("class", "product", "language", "zh", "title", title, "text", "-1 " + word))
                .send()
                .is(201);
    }

    /// The rows of a file that begins with a wish.
    private List<NamedCsvRecord> rows(String file, long number, int wishes) {
        Reply reply = server.get(EXPORTS + file + "?after=" + (number - 1) + "&limit=" + wishes)
                .byOperator()
                .send()
                .is(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + file + ".csv\"");
        return CsvReader.builder().ofNamedCsvRecord(reply.text()).stream().toList();
    }

    @Test
    void aWishIsThereWithBothItsCountsAndWithoutAName() {
        String author = "author-" + word;
        Reply wish = propose(author, TITLE.replace("\n", " "));
        String path = "/api/v1/wishes/" + wish.at("/id");
        for (String voter : List.of("one-", "two-", "three-", "four-")) {
            String device = voter.equals("four-") ? "another" : "one";
            server.put(path + "/vote")
                    .by(voter + word)
                    .header("X-Device", device)
                    .send()
                    .is(200);
        }
        server.delete(path + "/vote").by("four-" + word).send().is(200);
        server.now(ExamineNow::examine);
        Reply tally = server.post(path.replace("/v1/", "/v1/operator/") + "/tallies")
                .byOperator()
                .send()
                .is(201);
        NamedCsvRecord row = rows("wishes", wish.number("/number"), 1).getFirst();
        assertThat(row.getFields()).noneMatch(field -> field.contains(author));
        assertThat(row.getField("author")).isEqualTo(wish.at("/author"));
        assertThat(row.getField("title")).isEqualTo("'" + TITLE.replace("\n", " "));
        assertThat(row.getField("text")).isEqualTo("'-1 " + word);
        assertThat(row.getField("class")).isEqualTo("product");
        assertThat(row.getField("state")).isEqualTo("open");
        assertThat(row.getField("dueAt")).isEqualTo(wish.at("/dueAt"));
        assertThat(row.getField("decision")).isEmpty();
        assertThat(List.of("supporters", "votes", "withdrawals", "total", "cutOff"))
                .extracting(row::getField)
                .containsExactly("3", "4", "1", "3", "5");
        long hundredths = tally.number("/weighted/hundredths");
        assertThat(hundredths).as("three of them had one device").isBetween(0L, 150L);
        assertThat(row.getField("weightedTotal"))
                .isEqualTo(BigDecimal.valueOf(hundredths, 2).toPlainString());
        assertThat(row.getField("checksum")).isEqualTo(tally.at("/checksum"));
    }

    @Test
    void everyAnswerIsThereInItsOrderAndNotOnlyTheOneThatHolds() {
        AnswerWorld.role(server);
        Reply wish = propose("author-" + word, word);
        String id = String.valueOf(wish.at("/id"));
        AnswerWorld.answer(server, id, "later", null, "+Not in this year " + word)
                .is(201);
        AnswerWorld.answer(server, id, "declined", null, "Never " + word).is(201);
        List<NamedCsvRecord> rows = rows("answers", wish.number("/number"), 1);
        assertThat(rows).extracting(row -> row.getField("answer")).containsExactly("1", "2");
        assertThat(rows).extracting(row -> row.getField("decision")).containsExactly("later", "declined");
        assertThat(rows).extracting(row -> row.getField("roleZh")).containsOnly("产品经理");
        assertThat(rows.getFirst().getField("reasonEn")).isEqualTo("'+Not in this year " + word);
        assertThat(rows.getLast().getField("reasonZh")).isEqualTo("说明:Never " + word);
        assertThat(rows("wishes", wish.number("/number"), 1).getFirst().getField("decision"))
                .isEqualTo("declined");
    }

    @Test
    void aPromiseIsThereWithItsDatesAndWhatBecameOfIt() {
        AnswerWorld.role(server);
        Reply wish = propose("author-" + word, word);
        AnswerWorld.answer(
                        server,
                        String.valueOf(wish.at("/id")),
                        "accepted",
                        LocalDate.parse("2030-01-01"),
                        "It comes " + word)
                .is(201);
        NamedCsvRecord row = rows("promises", wish.number("/number"), 1).getFirst();
        assertThat(List.of("attempt", "firstBy", "by", "state", "keptAt", "late"))
                .extracting(row::getField)
                .containsExactly("1", "2030-01-01", "2030-01-01", "due", "", "false");
    }

    @Test
    void aFileHasEveryWishOnceHoweverManyPagesItTook() {
        long first = 0;
        for (int wish = 0; wish < 101; wish++) {
            long number = propose("author-" + wish / 10 + word, word + wish).number("/number");
            first = wish == 0 ? number : first;
        }
        List<Long> numbers = rows("wishes", first, 1_000).stream()
                .map(row -> Long.valueOf(row.getField("number")))
                .toList();
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(101).isSorted().doesNotHaveDuplicates();
        assertThat(numbers.getFirst()).isEqualTo(first);
        assertThat(rows("wishes", first, 7)).hasSize(7);
    }

    @Test
    void thePagesLeadToTheSameFilesAndWhoTakesOneLeavesATrace() {
        String cookie = "holdfast_session=" + server.session("taker-" + word, "operator");
        String desk = server.get("/operator/answers")
                .header("Cookie", cookie)
                .send()
                .is(200)
                .text();
        for (String file : List.of("wishes", "answers", "promises")) {
            String page = "/operator/exports/" + file + ".csv";
            assertThat(desk).contains("href=\"" + page + "\"");
            Reply taken = server.get(page).header("Cookie", cookie).send().is(200);
            // Clocks go on publishing counts: what follows may be others by now.
            Reply asked = server.get(EXPORTS + file + "?limit=1").byOperator().send();
            assertThat(taken.text().lines().findFirst())
                    .isEqualTo(asked.text().lines().findFirst());
            assertThat(trail()).contains("export_desk " + file);
        }
        server.get(EXPORTS + "wishes?limit=0").byOperator().send().refused(422, "invalid_parameter");
    }

    private List<String> trail() {
        return server.database()
                .sql("select act || ' ' || subject from member.audit where actor = ?")
                .param("taker-" + word)
                .query((row, index) -> row.getString(1))
                .list();
    }
}
