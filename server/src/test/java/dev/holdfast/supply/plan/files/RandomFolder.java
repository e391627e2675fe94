package dev.holdfast.supply.plan.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/// Planning files from a seed: three levels of bills with shared items, several lead times, odd stock dates.
final class RandomFolder {
    static final LocalDate START = LocalDate.of(2026, 12, 28);

    private final Random random;
    private final int weeks;

    RandomFolder(long seed, int weeks) {
        this.random = new Random(seed);
        this.weeks = weeks;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        int configurations = 1 + random.nextInt(3);
        int modules = 1 + random.nextInt(3);
        int parts = 1 + random.nextInt(4);
        Files.writeString(folder.resolve("bom.csv"), bom(configurations, modules, parts));
        Files.writeString(folder.resolve("supply.csv"), supply(configurations, modules, parts));
        if (random.nextBoolean()) {
            Files.writeString(folder.resolve("capacity.csv"), capacity());
            Files.writeString(folder.resolve("routing.csv"), routing(configurations));
        }
        Files.writeString(folder.resolve("line.csv"), line(configurations));
    }

    private String bom(int configurations, int modules, int parts) {
        var rows = new StringBuilder("parent,child,quantity,leadTimeWeeks\n");
        for (int configuration = 1; configuration < configurations; configuration++) {
            for (int count = 1 + random.nextInt(3); count > 0; count--) {
                boolean direct = random.nextInt(3) == 0;
                int child = random.nextInt(direct ? parts : modules);
                rows.append("car%d,%s%d,".formatted(configuration, direct ? "part" : "module", child))
                        .append("%d,%d%n".formatted(1 + random.nextInt(2), random.nextInt(3)));
            }
        }
        for (int module = 0; module < modules; module++) {
            for (int count = 1 + random.nextInt(3); count > 0; count--) {
                boolean deeper = module > 0 && random.nextInt(4) == 0;
                int child = random.nextInt(deeper ? module : parts);
                rows.append("module%d,%s%d,".formatted(module, deeper ? "module" : "part", child))
                        .append("%d,%d%n".formatted(1 + random.nextInt(2), random.nextInt(3)));
            }
        }
        return rows.toString();
    }

    /// The first configuration has no bill and is its own component; some modules are bought, not made.
    private String supply(int configurations, int modules, int parts) {
        var rows = new StringBuilder("component,week,quantity\n");
        addReceipts(rows, "car0");
        for (int module = 0; module < modules; module++) {
            if (random.nextInt(4) == 0) {
                addReceipts(rows, "module" + module);
            }
        }
        for (int part = 0; part < parts; part++) {
            addReceipts(rows, "part" + part);
        }
        if (configurations > 1 && random.nextInt(5) == 0) {
            addReceipts(rows, "car1");
        }
        return rows.toString();
    }

    private void addReceipts(StringBuilder rows, String item) {
        rows.append("%s,%s,0%n".formatted(item, START));
        for (int count = random.nextInt(8); count > 0; count--) {
            LocalDate week = START.plusWeeks(random.nextInt(weeks + 8) - 6);
            rows.append("%s,%s,%d%n".formatted(item, week, random.nextInt(9)));
        }
    }

    private String capacity() {
        var rows = new StringBuilder("resource,week,capacity\n");
        for (int week = -1; week <= weeks; week++) {
            if (random.nextInt(6) > 0) {
                rows.append("line,%s,%d%n".formatted(START.plusWeeks(week), random.nextInt(4)));
            }
            rows.append("paint,%s,%d%n".formatted(START.plusWeeks(week), 1 + random.nextInt(3)));
        }
        return rows.toString();
    }

    private String routing(int configurations) {
        var rows = new StringBuilder("configuration,resource\n");
        for (int configuration = 0; configuration < configurations; configuration++) {
            rows.append("car%d,line%n".formatted(configuration));
            rows.append(random.nextBoolean() ? "car%d,paint%n".formatted(configuration) : "");
        }
        return rows.toString();
    }

    private String line(int configurations) {
        var rows = new StringBuilder("position,configuration,promised,frozen,band,notBefore\n");
        int position = 0;
        for (int count = random.nextInt(12); count > 0; count--) {
            position += 1 + random.nextInt(3);
            String promised = random.nextBoolean() ? "" : START.plusWeeks(random.nextInt(weeks + 2) - 1) + "";
            String notBefore = random.nextInt(4) > 0 ? "" : START.plusWeeks(random.nextInt(weeks + 2) - 1) + "";
            rows.append("%d,car%d,%s,%s,,%s%n"
                    .formatted(
                            position,
                            random.nextInt(configurations),
                            promised,
                            random.nextInt(5) == 0 ? "true" : random.nextBoolean() ? "false" : "",
                            notBefore));
        }
        return rows.toString();
    }
}
