package dev.holdfast.supply.plan;

import dev.holdfast.supply.plan.WeeklyBill.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/// Packs the bills of all configurations into the arrays of a [Plant].
///
/// The first bill of configuration k becomes variant k; the bills that follow it stand behind all configurations,
/// so that a plant whose bills never change has no other variants, and its loops nothing more to do.
final class BillPacking {
    private final int weeks;
    private final List<NavigableMap<Integer, NavigableMap<Need, Long>>> periods = new ArrayList<>();

    BillPacking(int weeks) {
        this.weeks = weeks;
    }

    /// @param ofNext the bills of the next configuration, by the week each begins in
    void add(NavigableMap<Integer, NavigableMap<Need, Long>> ofNext) {
        periods.add(ofNext);
    }

    Plant.Bills packed() {
        var variants = new ArrayList<NavigableMap<Need, Long>>();
        periods.forEach(bills -> variants.add(bills.firstEntry().getValue()));
        periods.forEach(bills -> bills.values().stream().skip(1).forEach(variants::add));
        int lines = variants.stream().mapToInt(NavigableMap::size).sum();
        int longestLead = variants.stream()
                .flatMap(bill -> bill.keySet().stream())
                .mapToInt(Need::leadWeeks)
                .max()
                .orElse(0);
        var bills = new Plant.Bills(
                longestLead,
                new int[variants.size() + 1],
                new int[lines],
                new int[lines],
                new long[lines],
                new int[variants.size()],
                new int[variants.size()]);
        fill(bills, variants);
        chain(bills);
        return bills;
    }

    private static void fill(Plant.Bills bills, List<NavigableMap<Need, Long>> variants) {
        int line = 0;
        for (int variant = 0; variant < variants.size(); variant++) {
            for (var need : variants.get(variant).entrySet()) {
                bills.component()[line] = need.getKey().component();
                bills.shift()[line] = bills.longestLead() - need.getKey().leadWeeks() - 1;
                bills.quantity()[line++] = need.getValue();
            }
            bills.start()[variant + 1] = line;
        }
    }

    /// Tells every variant how long it holds, and which one holds after it.
    private void chain(Plant.Bills bills) {
        int further = periods.size();
        for (int configuration = 0; configuration < periods.size(); configuration++) {
            int variant = configuration;
            for (int begin : periods.get(configuration).keySet()) {
                if (begin > periods.get(configuration).firstKey()) {
                    bills.lastWeek()[variant] = begin - 1;
                    bills.next()[variant] = further;
                    variant = further++;
                }
            }
            bills.lastWeek()[variant] = weeks;
            bills.next()[variant] = Plant.NO_VARIANT;
        }
    }
}
