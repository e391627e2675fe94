package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What is published over HTTP is what the independent script counts again.
@ExtendWith(RunningServer.Shared.class)
class KeptContractTest {
    private static final int FANS = 12;

    private final RunningServer server;

    KeptContractTest(RunningServer server) {
        this.server = server;
    }

    private record Published(Reply figures, String file) {
        /// As somebody would publish it who changed the file and wrote its checksum anew.
        String saying(String changed) {
            return figures.text()
                    .replace(String.valueOf(figures.at("/checksum")), sha256(changed))
                    .replace("\"bytes\":" + figures.number("/bytes"), "\"bytes\":" + changed.length());
        }
    }

    @Test
    void theScriptCountsWhatTheServerPublishedAndRefusesEveryPlantedChange(@TempDir Path folder)
            throws IOException, InterruptedException {
        Opening opening = Opening.on(server).supplied("pro,2026-11-23,8", "pro,2026-11-30,8");
        List<String> orders = new ArrayList<>();
        for (int fan = 0; fan < FANS; fan++) {
            orders.add(opening.locked(opening.slug + "-" + fan, "pro"));
        }
        server.clock().forward(Duration.ofDays(5));
        orders.subList(0, 5).forEach(server::deliver);
        opening.act(opening.slug + "-11", orders.getLast(), "cancel", Map.of("forfeit", true))
                .is(200);
        server.clock().forward(Duration.ofDays(5));
        Published earlier = publish(opening, 1);
        assertThat(verify(folder, earlier.figures.text(), earlier.file, null)).isZero();
        orders.subList(5, 9).forEach(server::deliver);
        server.clock().forward(Duration.ofDays(7));
        Published now = publish(opening, 2);
        assertThat(verify(folder, now.figures.text(), now.file, earlier.file)).isZero();

        assertThat(now.figures.number("/figures/0/due")).isEqualTo(11);
        String missed = line(now.file, ",open,,1");
        String late = line(now.file, ",2026-11-23,2026-11-23,handed_over,2026-11-30,1");
        // The file alone, then with its checksum written anew, then with figures that fit: only an earlier file helps.
        String better = now.file.replace(late, late.replace("handed_over,2026-11-30", "handed_over,2026-11-23"));
        assertThat(verify(folder, now.figures.text(), better, null)).isEqualTo(1);
        assertThat(verify(folder, now.saying(better), better, null)).isEqualTo(1);
        String without = now.file.replace(missed + "\n", "");
        assertThat(verify(folder, now.saying(without), without, null)).isEqualTo(1);
        String figures = now.figures.text().replaceFirst("\"kept\":\\d+", "\"kept\":11");
        assertThat(figures).isNotEqualTo(now.figures.text());
        assertThat(verify(folder, figures, now.file, null)).isEqualTo(1);
        String wasLater =
                earlier.file.replaceFirst(",2026-11-23,2026-11-23,handed_over", ",2026-11-30,2026-11-23,handed_over");
        assertThat(verify(folder, now.figures.text(), now.file, wasLater)).isEqualTo(1);
    }

    @Test
    void anOwnerFindsTheirOrderInTheFileAndNobodyElseDoes() {
        Opening opening = Opening.on(server).supplied("pro,2026-11-23,8");
        String order = opening.locked(opening.slug + "-fan", "pro");
        server.clock().forward(Duration.ofDays(10));
        Published published = publish(opening, 1);
        Reply own = server.get("/api/v1/orders/" + order + "/kept")
                .by(opening.slug + "-fan")
                .send()
                .is(200);
        assertThat(published.file).contains("\n" + own.at("/order") + ",-,-,2026-11-23,2026-11-23,open,,1\n");
        assertThat(published.file).doesNotContain(order, "fan", "pro");
        assertThat(own.at("/first")).isEqualTo("2026-11-23");
    }

    private Published publish(Opening opening, int number) {
        server.post(opening.operatorPath("/kept")).byOperator().send().is(201);
        Reply figures = server.get("/api/v1/launches/" + opening.slug + "/kept/" + number)
                .send()
                .is(200);
        Reply file = server.get(String.valueOf(figures.at("/file"))).send().is(200);
        assertThat(file.header("Repr-Digest")).startsWith("sha-256=:");
        assertThat(sha256(file.text())).isEqualTo(figures.at("/checksum"));
        return new Published(figures, file.text());
    }

    private static String line(String file, String with) {
        return file.lines().filter(line -> line.contains(with)).findFirst().orElseThrow();
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static int verify(Path folder, String figures, String file, @Nullable String earlier)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                Path.of("..", "docs", "verify-kept.py").toAbsolutePath().toString(),
                Files.writeString(folder.resolve("publication.json"), figures).toString(),
                Files.writeString(folder.resolve("orders.csv"), file).toString()));
        if (earlier != null) {
            command.add("--earlier");
            command.add(
                    Files.writeString(folder.resolve("earlier.csv"), earlier).toString());
        }
        Process python = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return python.exitValue();
    }
}
