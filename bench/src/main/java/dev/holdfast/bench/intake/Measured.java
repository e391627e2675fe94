package dev.holdfast.bench.intake;

import dev.holdfast.bench.Machine;
import dev.holdfast.bench.load.Latencies;
import java.util.List;

/// Everything one run found, as it is written to a file.
///
/// @param loadBefore how busy the machine was before it began: above 1 the figures say little
/// @param rates      each measurement by itself, in the order in which they were taken
record Measured(
        String at,
        Setting setting,
        Machine machine,
        double loadBefore,
        List<Person> peers,
        List<String> missing,
        List<Rate> rates,
        List<Duels> duels) {
    /// What was asked for.
    record Setting(List<Integer> clients, int seconds, int warmUpSeconds, int runs, int duelRounds) {}

    /// Who was measured.
    record Person(String name, String does) {}

    /// One peer under so many clients for some seconds.
    ///
    /// @param cpuMicros of the peer and its database for each order, without whoever orders
    /// @param soldOff   orders that the peer has beyond those it acknowledged
    record Rate(
            String peer,
            int run,
            int clients,
            int orders,
            int soldOut,
            int failed,
            double perSecond,
            Latencies.Summary latencyMs,
            double cpuMicros,
            long soldOff) {}

    /// Many buyers at once for few units, over and over.
    ///
    /// @param oversold  rounds in which more were told yes, or are in the peer's book, than there were units
    /// @param undersold rounds in which fewer got one although everybody wanted one
    /// @param mostSold  units sold in the worst round
    /// @param failed    buyers who were told neither yes nor no
    record Duels(
            String peer, int rounds, int buyers, int units, int oversold, int undersold, long mostSold, int failed) {}
}
