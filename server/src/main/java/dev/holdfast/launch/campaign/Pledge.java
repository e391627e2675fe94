package dev.holdfast.launch.campaign;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.PledgeMoney;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an order of a campaign is beside its place in line, as a batch works on it: seen by that batch
/// alone until it is committed.
public final class Pledge {
    public final OrderId order;
    public final long position;
    /// Units by add-on.
    public final Map<String, Integer> addOns;
    /// Taken after the end, and charged at once.
    public final boolean late;

    public PledgeMoney money = PledgeMoney.OPEN;
    /// Whether it is in the campaign's sum.
    public boolean counted;
    /// Whether the campaign's success has reached it.
    public boolean settled;
    public long fee;
    public long share;

    /// Its authorisation that counts: the latest one.
    public @Nullable Authorised authorised;

    public @Nullable Instant mendBy;

    public Pledge(OrderId order, long position, Map<String, Integer> addOns, boolean late) {
        this.order = order;
        this.position = position;
        this.addOns = Map.copyOf(addOns);
        this.late = late;
    }

    /// One authorisation, by the names its provider gave.
    public record Authorised(String provider, String payment) {}

    /// Whether this is the authorisation that counts.
    public boolean isBy(String provider, String payment) {
        return new Authorised(provider, payment).equals(authorised);
    }
}
