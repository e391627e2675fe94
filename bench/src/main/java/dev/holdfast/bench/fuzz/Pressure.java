package dev.holdfast.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a server holds while nobody asks it anything: the objects that survive a full collection, and its threads.
///
/// @param bytes of living objects
/// @param byClass the same for each class, to say what it is that grows
/// @param threads of the operating system
/// @param virtual threads of requests, and of whatever else runs on them
record Pressure(long bytes, Map<String, Long> byClass, int threads, int virtual) {
    /// Over 800,000 requests it is 42 bytes for each, less than the smallest entry of a map.
    private static final long MAX_GROWTH = 32L << 20;

    /// Pools that had not been full yet.
    private static final int MAX_MORE_THREADS = 16;

    private static final int SHOWN = 8;

    static Pressure of(long process) throws IOException, InterruptedException {
        Map<String, Long> byClass = new HashMap<>();
        long total = 0;
        // A full collection goes before it.
        for (String line : ask(process, "GC.class_histogram")) {
            String[] words = line.strip().split("\\s+", -1);
            if (words.length >= 3 && words[0].equals("Total")) {
                total = Long.parseLong(words[2]);
            } else if (words.length >= 4 && words[0].endsWith(":")) {
                byClass.merge(words[3], Long.parseLong(words[2]), Long::sum);
            }
        }
        Path dump = Files.createTempFile("holdfast-fuzz-", ".threads");
        ask(process, "Thread.dump_to_file", "-overwrite", dump.toString());
        List<String> threads = Files.readAllLines(dump).stream()
                .filter(line -> line.startsWith("#"))
                .toList();
        Files.delete(dump);
        int virtual =
                (int) threads.stream().filter(line -> line.contains(" virtual")).count();
        return new Pressure(total, byClass, threads.size() - virtual, virtual);
    }

    private static List<String> ask(long process, String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process)));
        command.addAll(Arrays.asList(what));
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said;
        try (var reader = asked.inputReader()) {
            said = reader.lines().toList();
        }
        if (asked.waitFor() != 0) {
            throw new IOException("jcmd said: " + String.join("\n", said));
        }
        return said;
    }

    /// What grew since; nothing where it is no more than a server may.
    List<String> grownSince(Pressure before) {
        List<String> grown = new ArrayList<>();
        if (bytes - before.bytes > MAX_GROWTH) {
            grown.add("living objects grew from %,d to %,d bytes".formatted(before.bytes, bytes));
            byClass.entrySet().stream()
                    .sorted(Comparator.comparingLong(
                            entry -> before.byClass.getOrDefault(entry.getKey(), 0L) - entry.getValue()))
                    .limit(SHOWN)
                    .forEach(entry -> grown.add("    %s: %,d more"
                            .formatted(
                                    entry.getKey(),
                                    entry.getValue() - before.byClass.getOrDefault(entry.getKey(), 0L))));
        }
        if (threads - before.threads > MAX_MORE_THREADS) {
            grown.add("threads grew from %d to %d".formatted(before.threads, threads));
        }
        if (virtual - before.virtual > MAX_MORE_THREADS) {
            grown.add("virtual threads grew from %d to %d".formatted(before.virtual, virtual));
        }
        return grown;
    }

    String words() {
        return "%,d KiB alive, %d threads, %d virtual ones".formatted(bytes >> 10, threads, virtual);
    }
}
