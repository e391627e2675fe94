package dev.holdfast.delivery.kept;

import dev.holdfast.delivery.unit.DeliveryWorld;
import dev.holdfast.launch.Advance;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.CurvesOnPaper;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.Progress;
import dev.holdfast.launch.Showroom;
import dev.holdfast.member.MembersOnPaper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Promises and what becomes of them, in weeks of [CurvesOnPaper#FIRST_WEEK] on: week 1 is the first that is promised.
final class KeptWorld implements AutoCloseable {
    final DeliveryWorld delivery = new DeliveryWorld();
    final Launch launch = delivery.server.launch().launch();
    final Progress progress = delivery.world.progress(delivery.server.launch());
    final KeptPromises kept = kept();

    private KeptPromises kept() {
        var jdbc = delivery.server.jdbc();
        var publications = new PublicationStore(jdbc);
        var outcomes = new OutcomeStore(jdbc);
        return new KeptPromises(
                new Publishing(publications, outcomes, progress, new Random(20261121), delivery.world.clock),
                publications,
                outcomes,
                launch,
                MembersOnPaper.members(jdbc, delivery.world.clock),
                delivery.server.launch().transactions(),
                delivery.world.clock);
    }

    static LocalDate week(int number) {
        return CurvesOnPaper.FIRST_WEEK.plusWeeks(number - 1L);
    }

    /// The clock to noon of a day of a week: 1 is Monday.
    void at(int week, int day) {
        delivery.world.clock.set(week(week).plusDays(day - 1L).atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    void forward(Duration by) {
        delivery.world.clock.forward(by);
    }

    void open(String slug, int offers, long... weekly) {
        delivery.open(slug, Showroom.SMALL.withOffers(offers), weekly);
    }

    /// Paid and not locked.
    OrderId placed(String slug, String member) {
        var order = Fans.done(
                launch.place(new PlaceOrder(slug, member, "key", "offer-1", "north", null, null, null, null)));
        launch.receive("sandbox", Fans.deposit(order.id(), "payment-" + order.id()));
        return order.id();
    }

    OrderId locked(String slug, String member) {
        return delivery.locked(slug, member, "north");
    }

    /// Into its owner's hands, now.
    void handOver(OrderId order) {
        for (OrderState state :
                List.of(OrderState.SCHEDULED, OrderState.BUILT, OrderState.READY, OrderState.DELIVERED)) {
            progress.advance(order.launch(), List.of(new Advance(order, state, "stepped")), "plant");
        }
    }

    void leave(OrderId order, String member) {
        Fans.done(launch.cancel(order, new Asker(member, false), true));
    }

    void withdraw(OrderId order) {
        Fans.done(launch.cancel(order, new Asker("operator", true), true));
    }

    void resupply(String slug, long... weekly) {
        delivery.world.resupply(delivery.server.launch(), slug, Map.of("offer-1", CurvesOnPaper.weekly(weekly)));
    }

    Publication publish(String slug) {
        KeptPromises.Published published = kept.publish(slug, "operator");
        if (published.replayed()) {
            throw new AssertionError("There was nothing new to publish.");
        }
        return published.publication();
    }

    Figure figure(Publication publication, Figure.By by, String name, Promise promise) {
        return kept.figures(publication, by).stream()
                .filter(figure -> figure.name().equals(name) && figure.promise() == promise)
                .findFirst()
                .orElseThrow();
    }

    /// Of the launch as a whole: due, kept, delivered, inside, withdrawn, gave up, left.
    List<Long> sums(Publication publication, Promise promise) {
        Figure figure = figure(publication, Figure.By.LAUNCH, "", promise);
        return List.of(
                figure.due(),
                figure.kept(),
                figure.delivered(),
                figure.inside(),
                figure.withdrawn(),
                figure.gaveUp(),
                figure.left());
    }

    String file(Publication publication) {
        var bytes = new ByteArrayOutputStream();
        kept.export(publication, bytes);
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        delivery.close();
    }
}
