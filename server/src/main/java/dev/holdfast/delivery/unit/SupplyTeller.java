package dev.holdfast.delivery.unit;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Tells supply that units are stopped, or are not any more: it falls by them, and comes back.
///
/// Supply is told first and what it was told is written down after, so whoever dies in between tells it again,
/// which changes nothing. Supply locks the line, so no lock of delivery is held meanwhile.
final class SupplyTeller {
    private final StoppedStore store;
    private final Launch launch;
    private final Consumer<String> supply;

    /// @param supply is told that units of a launch were stopped or let go, and asks how many are
    SupplyTeller(StoppedStore store, Launch launch, Consumer<String> supply) {
        this.store = store;
        this.launch = launch;
        this.supply = supply;
    }

    void tellAll() {
        List<Integer> untold = store.untold();
        if (!untold.isEmpty()) {
            launch.all().stream().filter(view -> untold.contains(view.number())).forEach(this::tell);
        }
    }

    private void tell(LaunchView view) {
        Map<String, Long> stopped = store.of(view.number());
        supply.accept(view.slug());
        store.told(view.number(), stopped);
    }
}
