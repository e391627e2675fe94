package dev.holdfast.web.page;

import dev.holdfast.launch.FoundOrders;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderQuery.Sort;
import dev.holdfast.launch.Window;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The orders of a launch, as those who run it look for them.
///
/// @param missed what was searched for and is not there; null: nothing
record StaffOrdersPage(
        Frame frame,
        LaunchView launch,
        OrderFilter filter,
        FoundOrders found,
        @Nullable String missed) {

    String offer(Order order) {
        return OfferNames.of(launch.definition(), order.offer(), frame.words());
    }

    String region(Order order) {
        var region = order.region();
        return region == null
                ? ""
                : launch.definition()
                        .region(region)
                        .map(known -> frame.words().name(known.name()))
                        .orElse(region);
    }

    String held(Order order) {
        return frame.words().instant(order.heldAt(), launch.definition().timeZone());
    }

    String window(@Nullable Window window) {
        return window == null
                ? frame.words().say("order.waiting")
                : frame.words().window(window);
    }

    boolean moved(Order order) {
        return !Objects.equals(order.promise(), order.first().promise());
    }

    String none() {
        var words = frame.words();
        return looked()
                ? words.say("desk.none.stretch", words.number(found.first()), words.number(found.last()))
                : words.say("desk.none");
    }

    String stretch() {
        var words = frame.words();
        var sentence = filter.query().sort() == Sort.PROMISE ? "desk.stretch.promise" : "desk.stretch";
        return words.say(
                sentence,
                words.number(found.first()),
                words.number(found.last()),
                words.number(launch.line().positions()));
    }

    boolean looked() {
        return found.last() > 0;
    }
}
