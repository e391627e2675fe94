package dev.holdfast.launch.draw;

import java.util.List;
import java.util.stream.IntStream;

/// Who of those who wait gets the places that are free: one rule for the draw and for every place given
/// back later.
///
/// Quotas come first, in the order in which they are written: as long as fewer hold a place than a quota
/// keeps, the next is the first in drawn order who fits it. What is free then goes to the first in drawn
/// order. Nobody is taken who would bring a quota above its most, not even for another quota. Each step
/// looks only at who holds a place now and who waits, so places that are filled one after another are
/// filled as they would be all at once.
public final class Seating {
    private final int places;
    private final List<Quota> quotas;
    private final int[] held;
    private int seated;

    public Seating(int places, List<Quota> quotas) {
        this.places = places;
        this.quotas = List.copyOf(quotas);
        this.held = new int[quotas.size()];
    }

    /// @param fits the quotas of somebody who has a place: bit 0 stands for the first
    public void sit(int fits) {
        seated++;
        count(fits, 1);
    }

    public void leave(int fits) {
        seated--;
        count(fits, -1);
    }

    private void count(int fits, int by) {
        for (int quota = 0; quota < held.length; quota++) {
            held[quota] += fits(fits, quota) ? by : 0;
        }
    }

    public int free() {
        return Math.max(0, places - seated);
    }

    /// Seats those who are next, as long as there are places.
    ///
    /// @param waiting the quotas of those who wait, in drawn order
    /// @param max to be seated now
    /// @return their numbers in `waiting`, in the order in which they got their places
    public int[] fill(int[] waiting, int max) {
        var taken = new boolean[waiting.length];
        var order = IntStream.builder();
        int left = Math.min(max, free());
        for (int quota = 0; quota < held.length && left > 0; quota++) {
            for (int next = 0; next < waiting.length && left > 0 && lacks(quota); next++) {
                if (!taken[next] && fits(waiting[next], quota) && allowed(waiting[next])) {
                    left = take(next, waiting, taken, order, left);
                }
            }
        }
        for (int next = 0; next < waiting.length && left > 0; next++) {
            if (!taken[next] && allowed(waiting[next])) {
                left = take(next, waiting, taken, order, left);
            }
        }
        return order.build().toArray();
    }

    private int take(int next, int[] waiting, boolean[] taken, IntStream.Builder order, int left) {
        taken[next] = true;
        sit(waiting[next]);
        order.add(next);
        return left - 1;
    }

    private boolean lacks(int quota) {
        return held[quota] < quotas.get(quota).least();
    }

    private boolean allowed(int fits) {
        for (int quota = 0; quota < held.length; quota++) {
            Integer most = quotas.get(quota).most();
            if (most != null && fits(fits, quota) && held[quota] >= most) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(int fits, int quota) {
        return ((fits >>> quota) & 1) == 1;
    }
}
