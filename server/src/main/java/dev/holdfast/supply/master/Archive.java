package dev.holdfast.supply.master;

import dev.holdfast.supply.MasterCopy;
import dev.holdfast.supply.MasterShape;
import dev.holdfast.supply.MasterVersion;
import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.master.FileStore.Stored;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives back what was told, as it was told.
public final class Archive {
    private final FileStore files;
    private final EventStore events;

    Archive(FileStore files, EventStore events) {
        this.files = files;
        this.events = events;
    }

    /// @param version null for the one in force
    public Optional<MasterCopy> copy(int launch, MasterFile file, @Nullable Integer version) {
        Optional<Stored> stored = version == null
                ? Optional.ofNullable(files.inForce(launch, Long.MAX_VALUE).get(file))
                : files.version(launch, file, version);
        return stored.map(one -> new MasterCopy(
                one.version(), one.csv(), file.sheet().all(), FileReading.values(file.sheet(), one.csv())));
    }

    public List<MasterVersion> versions(int launch, int limit) {
        return files.versions(launch, limit);
    }

    public List<SupplyEvent> events(int launch, long after, int limit) {
        return events.page(launch, after, limit);
    }

    /// Every file there can be, in the order in which each finds what it names.
    public static List<MasterShape> shapes() {
        return Arrays.stream(MasterFile.values())
                .map(file -> new MasterShape(
                        file.label(), file.sheet().needed(), file.sheet().optional()))
                .toList();
    }

    /// The last event's number; 0 before the first.
    public long latest(int launch) {
        return events.latest(launch);
    }
}
