package dev.holdfast.supply.run;

import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import java.util.Arrays;
import java.util.UUID;

/// Whom a run may move, with what has to be known of them to write that down: some thirty bytes an order, so that a run
/// can be published without its line being read again.
final class Movers {
    private int size;
    private int[] number;
    private long[] high;
    private long[] low;
    private OrderState[] state;
    private int[] promised;
    private short[] transitWeeks;
    private short[] slips;

    private Movers(int expected) {
        number = new int[expected];
        high = new long[expected];
        low = new long[expected];
        state = new OrderState[expected];
        promised = new int[expected];
        transitWeeks = new short[expected];
        slips = new short[expected];
    }

    /// The orders of the run that still stand in line; who has a unit already keeps what was told. Whoever stands
    /// elsewhere than the run knew them is fitted in when it is published, and moved by what happened to them.
    ///
    /// @param all also whom it gives the window that it began with: the one now may be another
    static Movers of(Outcome outcome, LineSnapshot line, boolean all) {
        RunInput input = outcome.input();
        ByPosition run = ByPosition.of(input);
        int[] configurations = Preparation.configurations(line, input.plant());
        var movers = new Movers(16);
        for (int at = 0; at < line.size(); at++) {
            int number = run.number(line.firstPosition(at));
            if (number >= 0 && !line.state(at).built() && (all || outcome.moved(number))) {
                int configuration = configurations[line.offer(at)];
                boolean isAsKnown = configuration == input.line().configuration()[number]
                        && Preparation.promised(input.plant(), input.floor(), configuration, line.week(at))
                                == input.line().promised()[number];
                if (all || isAsKnown) {
                    movers.add(number, line, at);
                }
            }
        }
        return movers.trimmed(movers.size);
    }

    private void add(int order, LineSnapshot line, int at) {
        if (size == number.length) {
            trimmed(size * 2);
        }
        number[size] = order;
        high[size] = line.idHigh(at);
        low[size] = line.idLow(at);
        state[size] = line.state(at);
        promised[size] = line.promised(at);
        transitWeeks[size] = (short) line.transitWeeks(at);
        slips[size] = (short) line.slips(at);
        size++;
    }

    private Movers trimmed(int length) {
        number = Arrays.copyOf(number, length);
        high = Arrays.copyOf(high, length);
        low = Arrays.copyOf(low, length);
        state = Arrays.copyOf(state, length);
        promised = Arrays.copyOf(promised, length);
        transitWeeks = Arrays.copyOf(transitWeeks, length);
        slips = Arrays.copyOf(slips, length);
        return this;
    }

    int size() {
        return size;
    }

    /// Its number in the run.
    int number(int at) {
        return number[at];
    }

    OrderId order(int at) {
        return new OrderId(new UUID(high[at], low[at]));
    }

    OrderState state(int at) {
        return state[at];
    }

    /// As [LineSnapshot#promised].
    int promised(int at) {
        return promised[at];
    }

    int transitWeeks(int at) {
        return transitWeeks[at];
    }

    int slips(int at) {
        return slips[at];
    }
}
