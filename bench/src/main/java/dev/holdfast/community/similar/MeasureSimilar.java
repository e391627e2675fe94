package dev.holdfast.community.similar;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Prints how many of the wishes that say the same are among the first five, and how long finding them takes, with the
/// labelled set alone and among a hundred thousand others.
///
/// The others are made of words by a seeded generator, half of them in Chinese. None of them is about what the labelled
/// ones are about, though they share words with them, so each that is found in the place of one is a fault.
public final class MeasureSimilar {
    private static final int FIRST = 5;
    private static final int ROUNDS = 20;
    private static final long SEED = 1;

    private static final String[] THINGS = {
        "umbrella", "sticker", "carpet", "poster", "clock", "calendar", "curtain", "bottle", "pencil", "ladder",
        "blanket", "fountain", "bench", "flower", "window", "magazine", "photo", "ribbon", "badge", "kettle"
    };
    private static final String[] PLACES = {
        "the hall",
        "the garden",
        "the office",
        "the canteen",
        "the corridor",
        "the roof",
        "the lobby",
        "the yard",
        "the kitchen",
        "the museum"
    };
    private static final String[] MANNERS = {
        "round", "square", "striped", "wooden", "golden", "tiny", "huge", "silver", "woollen", "paper"
    };
    private static final String[] CHINESE_THINGS = {
        "雨伞", "贴纸", "地毯", "海报", "时钟", "日历", "窗帘", "瓶子", "铅笔", "梯子", "毛毯", "喷泉", "长椅", "鲜花", "窗户", "杂志", "照片", "丝带",
        "徽章", "水壶"
    };
    private static final String[] CHINESE_PLACES = {"大厅", "花园", "办公室", "食堂", "走廊", "屋顶", "前台", "院子", "厨房", "博物馆"};
    private static final String[] CHINESE_MANNERS = {"圆形", "方形", "条纹", "木制", "金色", "小号", "大号", "银色", "羊毛", "纸质"};

    private MeasureSimilar() {}

    /// @param arguments how many others; the folder of the labelled set
    public static void main(String[] arguments) throws IOException {
        int others = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path set = Path.of(arguments.length > 1 ? arguments[1] : "server/src/test/resources/similar");
        try (WishIndex index = new WishIndex()) {
            Map<UUID, String> keys = new HashMap<>();
            for (List<String> wish : rows(set.resolve("wishes.tsv"))) {
                UUID id = UUID.nameUUIDFromBytes(wish.getFirst().getBytes(StandardCharsets.UTF_8));
                keys.put(id, wish.getFirst());
                index.put(id, wish.get(2), wish.get(3));
            }
            index.show();
            ask(index, keys, rows(set.resolve("queries.tsv")));
            long began = System.nanoTime();
            fill(index, others);
            say("%,d others put in: %.1f s", others, (System.nanoTime() - began) / 1e9);
            ask(index, keys, rows(set.resolve("queries.tsv")));
        }
    }

    private static void fill(WishIndex index, int others) {
        Random random = new Random(SEED);
        for (int i = 0; i < others; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            if (i % 2 == 0) {
                String thing = one(random, MANNERS) + " " + one(random, THINGS);
                index.put(
                        id,
                        "A " + thing + " for " + one(random, PLACES),
                        "I would like to see it when I come by, " + "next to the " + one(random, THINGS)
                                + " and before the " + one(random, MANNERS) + " one.");
            } else {
                String thing = one(random, CHINESE_MANNERS) + one(random, CHINESE_THINGS);
                index.put(
                        id,
                        one(random, CHINESE_PLACES) + "里放一个" + thing,
                        "希望可以放在" + one(random, CHINESE_THINGS) + "旁边，" + "最好是" + one(random, CHINESE_MANNERS) + "的。");
            }
        }
        index.show();
    }

    private static String one(Random random, String[] words) {
        return words[random.nextInt(words.length)];
    }

    private static void ask(WishIndex index, Map<UUID, String> keys, List<List<String>> queries) {
        Map<String, double[]> halves = new HashMap<>();
        for (List<String> query : queries) {
            List<String> found = index.nearest(query.get(2), FIRST).stream()
                    .map(id -> keys.getOrDefault(id, ""))
                    .toList();
            String[] wanted = query.get(3).split(",", -1);
            double[] sums = halves.computeIfAbsent(query.getFirst() + ", " + query.get(1), half -> new double[2]);
            sums[0] += (double) Arrays.stream(wanted).filter(found::contains).count() / wanted.length;
            sums[1]++;
        }
        halves.forEach((half, sums) -> say("%s: recall at %d of %.2f", half, FIRST, sums[0] / sums[1]));
        long began = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            queries.forEach(query -> index.nearest(query.get(2), FIRST));
        }
        say("mean time of a search: %.2f ms", (System.nanoTime() - began) / 1e6 / ROUNDS / queries.size());
    }

    private static List<List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    @FormatMethod
    private static void say(@FormatString String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
