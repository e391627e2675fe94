package dev.holdfast.delivery.unit;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Progress;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;

/// The face for those who look at units as a whole: how many there are of each kind, since when, and of
/// what.
public final class Fleet {
    private final FleetStore store;
    private final Launch launch;
    private final Progress progress;

    Fleet(FleetStore store, Launch launch, Progress progress) {
        this.store = store;
        this.launch = launch;
        this.progress = progress;
    }

    /// So many units of a configuration that were built on a day, as days are in UTC.
    public record Built(String configuration, LocalDate day, int units) {}

    /// What never changes of a unit.
    public record Kind(String serial, String configuration, LocalDate builtOn) {}

    public List<Built> built(String slug) {
        return store.built(launch.number(slug));
    }

    /// For each lot how many units of a launch were made of it, through however many others, by the day on
    /// which they were built; a lot without any is left out.
    public Map<String, SortedMap<LocalDate, Integer>> builtOf(String slug, Collection<String> lots) {
        return store.builtOf(launch.number(slug), lots);
    }

    /// Units of a launch by their serial numbers; what is none is left out.
    public List<Kind> kinds(String slug, Collection<String> serials) {
        return store.kinds(launch.number(slug), serials);
    }

    /// For each unit all the lots that went into it, through however many others.
    public Map<String, Set<String>> lotsOf(Collection<String> serials) {
        return store.lotsOf(serials);
    }

    /// How many lots anybody ever named.
    public int lots() {
        return store.lots();
    }

    /// What was made of some lots, each unit once, with whoever has it.
    ///
    /// @param most more are left out
    public List<Traced> madeOf(Collection<String> lots, int most) {
        List<Traced> traced = store.trace(lots, most);
        Map<OrderId, String> owners = progress.members(
                traced.stream().map(Traced::order).filter(Objects::nonNull).toList());
        return traced.stream()
                .map(one -> one.order() == null ? one : one.of(owners.get(one.order())))
                .toList();
    }
}
