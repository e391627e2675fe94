package dev.holdfast.launch.lobby;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.launch.draw.Draw;
import dev.holdfast.launch.draw.Hashes;
import dev.holdfast.launch.draw.TicketHashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Prints which share of the places that get a unit goes to honest fans, among 1,000,000 arrivals with bots, with and
/// without each defence. Tickets and places are made by the product's own code; who arrives when, and what each
/// defence lets through, is the model's, and stands in the constants below.
///
/// An honest fan has one account and comes within minutes of the opening. A bot's owner has [#ACCOUNTS] accounts,
/// enters with each of them [#TRIES] times, and is there in the first tenth of a second. A phone or mail is verified
/// for one in [#VERIFIED_ONE_IN] of a bot's accounts. The review sees accounts that share an instrument or a device:
/// it stops nine in ten of a bot's orders and one in two hundred of an honest fan's, and their places go on in order.
public final class MeasureFairness {
    private static final long SEED = 1;
    private static final int HONEST = 700_000;
    private static final int OWNERS = 1_500;
    private static final int ACCOUNTS = 50;
    private static final int TRIES = 4;
    private static final int UNITS = 50_000;
    private static final int VERIFIED_ONE_IN = 5;
    private static final double REVIEWED_BOTS = 0.9;
    private static final double REVIEWED_HONEST = 0.005;
    private static final double HONEST_SPREAD_SECONDS = 180;
    private static final double BOT_SPREAD_SECONDS = 0.1;

    /// One ticket, or one request where nobody counts members.
    ///
    /// @param at seconds after the opening
    private record Arrival(boolean honest, int account, double at) {}

    /// @param oneTicket one member has one ticket, however often they enter
    /// @param verified only accounts with a verified phone or mail
    /// @param limit one order for each member
    private record Defences(
            String name, boolean draw, boolean oneTicket, boolean verified, boolean limit, boolean review) {}

    private final Random random = new Random(SEED);
    private final Seal seal = new Seal(() -> new byte[] {1});

    private MeasureFairness() {}

    public static void main(String[] arguments) {
        say(
                "%,d honest fans, %,d bots' owners with %d accounts of %d tries each, %,d units, seed %d",
                HONEST, OWNERS, ACCOUNTS, TRIES, UNITS, SEED);
        say("%-46s %s", "defences", "honest share of units");
        for (Defences defences : List.of(
                new Defences("none: first come", false, false, false, false, false),
                new Defences("the limit of one order alone", false, false, false, true, false),
                new Defences("the draw alone, a ticket for each try", true, false, false, false, false),
                new Defences("the draw without one ticket a member", true, false, true, true, true),
                new Defences("the draw without verified contacts", true, true, false, true, true),
                new Defences("the draw without the review", true, true, true, true, false),
                new Defences("all but the draw", false, true, true, true, true),
                new Defences("all", true, true, true, true, true))) {
            say("%-46s %5.1f %%", defences.name(), 100 * new MeasureFairness().share(defences));
        }
        say("of all people who want one, honest: %.1f %%", 100.0 * HONEST / (HONEST + OWNERS));
    }

    private double share(Defences defences) {
        Arrival[] line = line(defences);
        boolean[] served = new boolean[HONEST + OWNERS * ACCOUNTS];
        int units = UNITS;
        int honest = 0;
        for (Arrival arrival : line) {
            if (units == 0) {
                break;
            }
            boolean second = defences.limit() && served[arrival.account()];
            boolean stopped =
                    defences.review() && random.nextDouble() < (arrival.honest() ? REVIEWED_HONEST : REVIEWED_BOTS);
            served[arrival.account()] = true;
            if (!second && !stopped) {
                units--;
                honest += arrival.honest() ? 1 : 0;
            }
        }
        return (double) honest / (UNITS - units);
    }

    private Arrival[] line(Defences defences) {
        Arrival[] arrivals = arrivals(defences);
        if (!defences.draw()) {
            Arrays.sort(arrivals, Comparator.comparingDouble(Arrival::at));
            return arrivals;
        }
        var tickets = new TicketHashes();
        for (int ticket = 0; ticket < arrivals.length; ticket++) {
            String who =
                    defences.oneTicket() ? "" + arrivals[ticket].account() : arrivals[ticket].account() + "/" + ticket;
            tickets.add(Hashes.ofTicket(seal.ticketId("car", who)));
        }
        int[] order = new Draw(tickets, Hashes.key(new byte[32], "figure")).order();
        return Arrays.stream(order).mapToObj(ticket -> arrivals[ticket]).toArray(Arrival[]::new);
    }

    private Arrival[] arrivals(Defences defences) {
        var arrivals = new ArrayList<Arrival>();
        for (int fan = 0; fan < HONEST; fan++) {
            arrivals.add(new Arrival(true, fan, random.nextDouble() * HONEST_SPREAD_SECONDS));
        }
        for (int account = 0; account < OWNERS * ACCOUNTS; account++) {
            if (defences.verified() && account % VERIFIED_ONE_IN != 0) {
                continue;
            }
            for (int attempt = 0; attempt < (defences.oneTicket() ? 1 : TRIES); attempt++) {
                arrivals.add(new Arrival(false, HONEST + account, random.nextDouble() * BOT_SPREAD_SECONDS));
            }
        }
        return arrivals.toArray(Arrival[]::new);
    }

    @FormatMethod
    private static void say(@FormatString String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
