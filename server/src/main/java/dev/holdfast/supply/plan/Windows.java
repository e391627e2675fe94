package dev.holdfast.supply.plan;

/// The week that each order is told, which is not always the week it is built in.
///
/// Who is built by the promised week keeps the promise, however early the unit: a window that wanders is worth less
/// than one that stays. An earlier week is told only when it is earlier by enough, and when the runs before would have
/// given it too. And since some in a class are told and others are not, nobody is told a week before one that somebody
/// ahead in the class still has; who was promised nothing and chooses last, not before anybody ahead in the
/// configuration.
public final class Windows {
    private final Line line;
    private final Classes classes;
    private final int[] latest;
    private final int[] latestOfConfiguration;
    private final int beyond;
    private final int least;

    private Windows(Plant plant, Line line, int least) {
        this.line = line;
        this.classes = new Classes(line);
        this.latest = new int[classes.count()];
        this.latestOfConfiguration = new int[plant.configurations];
        this.beyond = plant.beyond();
        this.least = least;
    }

    /// @param least weeks by which an earlier week must be earlier to be told; [Band#GAIN] is told every one
    /// @param agreed for each order the latest week that the runs before would have given; empty: nobody to ask
    /// @return for each order its week, [Line#NONE] for none; what equals the promise has not moved
    public static int[] of(Plant plant, Line line, Plan plan, int least, int[] agreed) {
        return new Windows(plant, line, least).told(plan, agreed);
    }

    private int[] told(Plan plan, int[] agreed) {
        var told = new int[line.orders()];
        for (int order = 0; order < told.length; order++) {
            int inClass = classes.of(order);
            int week = plan.week()[order];
            if (agreed.length > 0 && week < line.promised()[order]) {
                week = Math.clamp(agreed[order], week, line.promised()[order]);
            }
            told[order] = line.isPromised(order)
                    ? again(order, week, latest[inClass])
                    : atFirst(Math.max(week, ahead(order)));
            passed(order, told[order] == Line.NONE ? beyond : told[order]);
        }
        return told;
    }

    private int ahead(int order) {
        int inClass = latest[classes.of(order)];
        return line.band()[order] == Band.LOSE
                ? Math.max(inClass, latestOfConfiguration[line.configuration()[order]])
                : inClass;
    }

    private void passed(int order, int week) {
        int inClass = classes.of(order);
        int configuration = line.configuration()[order];
        latest[inClass] = Math.max(latest[inClass], week);
        if (line.tier(order) < Band.LOSE.tier) {
            latestOfConfiguration[configuration] = Math.max(latestOfConfiguration[configuration], week);
        }
    }

    private int atFirst(int week) {
        return week < beyond ? week : Line.NONE;
    }

    private int again(int order, int week, int ahead) {
        int promised = line.promised()[order];
        if (week > promised) {
            return atFirst(week);
        }
        int earlier = Math.max(week, Math.min(ahead, promised));
        int enough = line.band()[order] == Band.GAIN ? 1 : least;
        return promised - earlier >= enough && earlier < beyond ? earlier : promised;
    }
}
