package dev.holdfast.supply.plan;

import java.util.Arrays;

/// A line in which every `size` orders of a class stand as one, where a plan is made a hundred times over and
/// the last week need not be exact.
///
/// A block takes its turn at the place of its middle order, so that half of its members come a little early
/// and half a little late. The last block of a class may have fewer members and still takes the parts of a
/// whole one: it is the last to be served, so it takes them from nobody of its class. What that costs is
/// measured in `BlocksTest`.
///
/// @param members how many orders each block stands for
@SuppressWarnings("ArrayRecordComponent") // a value read by index; nobody compares two lines
public record Blocks(Plant plant, Line line, int[] members) {

    /// @param size 1 leaves the line as it is
    public static Blocks of(Plant plant, Line line, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A block has at least one order, not " + size);
        }
        if (size == 1) {
            var ones = new int[line.orders()];
            Arrays.fill(ones, 1);
            return new Blocks(plant, line, ones);
        }
        return new Cutting(line, size).cut(plant.inBlocksOf(size));
    }

    /// Units per configuration and week as [Builds#perWeek] has them, counted in orders.
    public long[] perWeek(Plan plan) {
        int stride = plant.weeks + 2;
        var built = new long[plant.configurations * stride];
        for (int block = 0; block < members.length; block++) {
            built[line.configuration()[block] * stride + plan.week()[block]] += members[block];
        }
        return built;
    }

    /// One walk along the line that notes which order speaks for which block.
    private static final class Cutting {
        private final Line line;
        private final int size;
        private final Classes classes;
        private final int[] speaker;
        private final int[] members;
        private int blocks;

        Cutting(Line line, int size) {
            this.line = line;
            this.size = size;
            this.classes = new Classes(line);
            int most = line.orders() / size + classes.count();
            this.speaker = new int[most];
            this.members = new int[most];
        }

        Blocks cut(Plant plant) {
            int middle = (size + 1) / 2;
            var met = new int[classes.count()];
            var open = new int[classes.count()];
            var last = new int[classes.count()];
            for (int order = 0; order < line.orders(); order++) {
                int inClass = classes.of(order);
                met[inClass]++;
                last[inClass] = order;
                if (met[inClass] == middle) {
                    open[inClass] = begin(order);
                }
                if (met[inClass] == size) {
                    members[open[inClass]] = size;
                    met[inClass] = 0;
                }
            }
            for (int inClass = 0; inClass < met.length; inClass++) {
                if (met[inClass] > 0) {
                    int block = met[inClass] < middle ? begin(last[inClass]) : open[inClass];
                    members[block] = met[inClass];
                }
            }
            return new Blocks(plant, spoken(), Arrays.copyOf(members, blocks));
        }

        private int begin(int order) {
            speaker[blocks] = order;
            return blocks++;
        }

        private Line spoken() {
            var configuration = new int[blocks];
            var promised = new int[blocks];
            var notBefore = new int[blocks];
            var frozen = new boolean[blocks];
            var band = new Band[blocks];
            for (int block = 0; block < blocks; block++) {
                int order = speaker[block];
                configuration[block] = line.configuration()[order];
                promised[block] = line.promised()[order];
                notBefore[block] = line.notBefore()[order];
                frozen[block] = line.frozen()[order];
                band[block] = line.band()[order];
            }
            return new Line(configuration, promised, notBefore, frozen, band);
        }
    }
}
