package dev.holdfast.launch.receipt;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Issues receipts and checks them.
public final class Receipts {
    /// Three times the longest there is, for whatever a mail program puts around it.
    public static final int MAX_BYTES = 4 * 1024;

    private final Launch launch;
    private final ReceiptKeyStore store;
    private final InstantSource clock;
    /// Read once: keys are added while nothing runs, and never change.
    private volatile @Nullable List<ReceiptKey> keys;

    Receipts(Launch launch, ReceiptKeyStore store, InstantSource clock) {
        this.launch = launch;
        this.store = store;
        this.clock = clock;
    }

    /// How an order stands now, signed.
    ///
    /// @throws Problem UNKNOWN when there is no such order, or not for the one who asks
    public String issue(OrderId order, Asker asker) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        OrderReceipt receipt = OrderReceipt.of(launch.order(order, asker).order(), now);
        ReceiptKey key = keys().getFirst();
        String lines = ReceiptText.lines(receipt, key.id());
        return ReceiptText.signed(lines, key.sign(lines));
    }

    /// The public half of the key that signs, as PEM.
    public String key() {
        return keys().getFirst().pem();
    }

    public Checked check(String text) {
        Optional<ReceiptText.Parts> parts = ReceiptText.parts(text);
        if (parts.isEmpty()) {
            return new Checked.NoReceipt();
        }
        ReceiptText.Parts given = parts.get();
        Optional<ReceiptKey> key =
                keys().stream().filter(one -> one.id().equals(given.key())).findFirst();
        if (key.isEmpty()) {
            return new Checked.UnknownKey(given.key());
        }
        return key.get().signed(given.signed(), given.signature())
                ? new Checked.Genuine(given.receipt(), given.key())
                : new Checked.Altered(given.key());
    }

    private List<ReceiptKey> keys() {
        List<ReceiptKey> known = keys;
        if (known == null) {
            known = store.keys();
            keys = known;
        }
        return known;
    }
}
