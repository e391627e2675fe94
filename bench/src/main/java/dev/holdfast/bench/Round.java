package dev.holdfast.bench;

import dev.holdfast.bench.check.Attempt;
import dev.holdfast.bench.check.Findings;
import dev.holdfast.bench.check.Terms;
import dev.holdfast.bench.load.Acknowledged;
import dev.holdfast.bench.load.Crowd;
import dev.holdfast.bench.load.Outcome;
import dev.holdfast.bench.load.Progress;
import dev.holdfast.bench.load.Requests;
import dev.holdfast.bench.load.Script;
import dev.holdfast.bench.load.Showroom;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One rush on one launch of its own, from opening it to holding its book against the log.
public final class Round {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Site site;
    private final String launch;
    private final Script script;
    private final Showroom showroom;
    private final Acknowledged log;
    private final LocalDate weekAtStart = thisWeek();
    private Cpu.@Nullable PerOrder cpu;

    public Round(Site site, String launch, int orders, int members, long seed) {
        this(site, launch, orders, members, seed, false);
    }

    Round(Site site, String launch, int orders, int members, long seed, boolean campaign) {
        var car = Showroom.forOrders(orders, today());
        this.site = site;
        this.launch = launch;
        this.showroom = campaign ? car.asCampaign() : car;
        this.script = new Script(launch, orders, members, showroom, seed);
        this.log = new Acknowledged(orders);
    }

    /// Opens the launch and plays the rush. `arrivals` null saturates.
    public Outcome play(int connections, long @Nullable [] arrivals, Progress progress)
            throws IOException, InterruptedException {
        int ordersPerMember = Math.ceilDiv(script.attempts(), script.members());
        site.operator().open(launch, showroom, ordersPerMember, ZONE.getId());
        var crowd = crowd(connections, arrivals, progress);
        var throwaway = site.throwaway();
        if (throwaway == null) {
            return crowd.play();
        }
        Cpu before = Cpu.now(throwaway.servers());
        Outcome outcome = crowd.play();
        cpu = Cpu.now(throwaway.servers()).perOrderSince(before, log.paid());
        return outcome;
    }

    /// Everybody presses once more with the same key, so that each key is asked what it stands for.
    public Outcome pressAgain(int connections) throws IOException {
        return crowd(connections, null, (nanos, soFar) -> {}).play();
    }

    private Crowd crowd(int connections, long @Nullable [] arrivals, Progress progress) {
        var address = site.addresses().getFirst();
        String host = address.getHostString() + ":" + address.getPort();
        var requests = new Requests(
                host, launch, script, showroom, site.tokens(), site.secrets().webhook());
        return new Crowd(script, requests, log, site.addresses(), connections, arrivals, progress);
    }

    public Findings check() throws IOException, SQLException, InterruptedException {
        return Findings.of(attempts(), site.book().read(launch), terms(showroom, weekAtStart, thisWeek()));
    }

    /// The log as the checkers read it.
    public List<Attempt> attempts() {
        return log.attempts(script, showroom);
    }

    /// What each offer takes as a deposit, in minor units.
    public Map<String, Long> deposits() {
        return showroom.offers().stream().collect(Collectors.toMap(Showroom.Offer::id, Showroom.Offer::deposit));
    }

    static Terms terms(Showroom showroom, LocalDate weekAtStart, LocalDate weekAtEnd) {
        return new Terms(
                showroom.offers().stream().collect(Collectors.toMap(Showroom.Offer::id, Showroom.Offer::supply)),
                showroom.regions().stream()
                        .collect(Collectors.toMap(Showroom.Region::id, Showroom.Region::transitWeeks)),
                weekAtStart,
                weekAtEnd);
    }

    static LocalDate thisWeek() {
        return today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /// Null before the rush, and where the server's processes are out of reach.
    Cpu.@Nullable PerOrder cpu() {
        return cpu;
    }

    public Acknowledged log() {
        return log;
    }
}
