package dev.holdfast.run;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.launch.payment.PaymentEvent.Kind;
import dev.holdfast.launch.payment.SandboxProvider;
import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.Supply;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A small world to try Holdfast in, loaded through the faces as an operator and fans would.
///
/// It goes into a database without any other launch only. Opening the car's launch is the last step, and therefore the
/// mark of being done: a load that was killed half-way is done again, and every step of it may be repeated.
final class SampleWorld {
    static final Set<String> SLUGS = Set.of(SampleCar.SLUG, SampleScooter.SLUG, SampleTrailer.SLUG);
    private static final String OPERATOR = "sample-world";
    static final int FIRST_BACKER = 20_001;
    private static final int FIRST_FAN = 112;
    private static final int FANS = 24;

    private final Launch launch;
    private final Supply supply;
    private final MasterData masterData;
    private final Network network;
    private final SampleWishes wishes;
    private final InstantSource clock;

    SampleWorld(
            Launch launch,
            Supply supply,
            MasterData masterData,
            Network network,
            SampleWishes wishes,
            InstantSource clock) {
        this.launch = launch;
        this.supply = supply;
        this.masterData = masterData;
        this.network = network;
        this.wishes = wishes;
        this.clock = clock;
    }

    void load(Progress progress) {
        var states = launch.all().stream().collect(Collectors.toMap(LaunchView::slug, LaunchView::state));
        if (!SLUGS.containsAll(states.keySet()) || state(states, SampleCar.SLUG) != State.SCHEDULED) {
            return;
        }
        progress.say("Loading the sample world");
        network.putCentres(rows(SampleNetwork.centres()), OPERATOR);
        network.putStores(rows(SampleNetwork.stores()), OPERATOR);
        if (state(states, SampleScooter.SLUG) != State.CLOSED) {
            sellScooters();
        }
        fundTrailer(states.containsKey(SampleTrailer.SLUG));
        wishes.load(OPERATOR);
        openCar();
    }

    /// The keys make what a killed load had pledged already the same pledge; its end stays as backers were told it.
    private void fundTrailer(boolean defined) {
        if (!defined) {
            launch.define(SampleTrailer.SLUG, SampleTrailer.definition(clock.instant()), OPERATOR);
        }
        for (var number = 0; number < SampleTrailer.PLEDGES; number++) {
            var early = number < SampleTrailer.EARLY_PLEDGES;
            pledge(fan(FIRST_BACKER + number), early ? SampleTrailer.EARLY : SampleTrailer.NORMAL);
        }
    }

    static String fan(int number) {
        return "fan-%06d".formatted(number);
    }

    private void pledge(String fan, String offer) {
        var order = done(launch.place(
                new PlaceOrder(SampleTrailer.SLUG, fan, "sample-1", offer, null, null, null, null, null, Map.of())));
        var name = "sample-pledge-" + order.position();
        report(order, Kind.AUTHORISED, name);
    }

    private static State state(Map<String, State> states, String slug) {
        return states.getOrDefault(slug, State.SCHEDULED);
    }

    private void sellScooters() {
        set(SampleScooter.SLUG, SampleScooter.definition(clock.instant()), SampleScooter.supply(clock.instant()));
        masterData.put(SampleScooter.SLUG, "options", rows(SampleScooter.options()), "sample", OPERATOR);
        launch.open(SampleScooter.SLUG, OPERATOR);
        for (var number = 0; number < FANS; number++) {
            order(number);
        }
        launch.close(SampleScooter.SLUG, OPERATOR);
    }

    private void openCar() {
        set(SampleCar.SLUG, SampleCar.definition(clock.instant()), SampleCar.supply(clock.instant()));
        tellPlant();
        launch.open(SampleCar.SLUG, OPERATOR);
    }

    /// Changes no promise: the curve counts until a plan is published.
    private void tellPlant() {
        SamplePlant.files(clock.instant())
                .forEach((file, csv) -> masterData.put(SampleCar.SLUG, file, rows(csv), "sample", OPERATOR));
        masterData.tell(SampleCar.SLUG, rows(SamplePlant.commitments(clock.instant())), "sample", OPERATOR);
    }

    private static MasterRows rows(String csv) {
        return new MasterRows.Csv(csv.getBytes(StandardCharsets.UTF_8));
    }

    private void set(String slug, LaunchDefinition definition, String csv) {
        launch.define(slug, definition, OPERATOR);
        supply.upload(slug, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), OPERATOR);
    }

    /// Most pay; of those some lock and some cancel, and a few never pay and will expire.
    private void order(int number) {
        var fan = fan(FIRST_FAN + number);
        var offer = SampleScooter.OFFERS.get(number % SampleScooter.OFFERS.size());
        var order = done(
                launch.place(new PlaceOrder(SampleScooter.SLUG, fan, "sample-1", offer, null, null, null, null, null)));
        if (number % 9 == 7) {
            return;
        }
        pay(order);
        var asker = new Asker(fan, false);
        if (number % 4 == 2) {
            launch.lock(order.id(), asker);
        } else if (number % 8 == 5) {
            launch.cancel(order.id(), asker, false);
        }
    }

    private void pay(Order order) {
        report(order, Kind.SUCCEEDED, "sample-" + order.position());
    }

    private void report(Order order, Kind kind, String name) {
        var deposit = order.deposit();
        launch.receive(
                SandboxProvider.ID,
                new PaymentEvent(name, kind, order.id().toString(), name, deposit.amount(), deposit.currency()));
    }

    private static Order done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done placed -> placed.order();
            case Outcome.Replayed replayed -> replayed.order();
            case Outcome.Refused refused -> throw new IllegalStateException("The sample world: " + refused.refusal());
        };
    }

    /// For the property that tells the other modules where play money counts.
    static List<String> slugs() {
        return SLUGS.stream().sorted().toList();
    }
}
