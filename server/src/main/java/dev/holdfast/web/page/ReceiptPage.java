package dev.holdfast.web.page;

import dev.holdfast.launch.Window;
import dev.holdfast.launch.receipt.Checked;
import dev.holdfast.launch.receipt.OrderReceipt;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The page on which anybody checks a receipt.
///
/// @param text    what was given to be checked; empty: nothing yet
/// @param checked null: nothing yet
/// @param launch  the name of the receipt's launch, empty where there is no genuine receipt
/// @param offer   its offer's name, likewise
/// @param zone    the launch's
record ReceiptPage(Frame frame, String text, @Nullable Checked checked, String launch, String offer, ZoneId zone) {
    Words words() {
        return frame.words();
    }

    @Nullable
    OrderReceipt receipt() {
        return checked instanceof Checked.Genuine genuine ? genuine.receipt() : null;
    }

    /// What the check found, as the end of a key of words.
    String verdict() {
        return switch (checked) {
            case null -> "none";
            case Checked.Genuine genuine -> "genuine";
            case Checked.Altered altered -> "altered";
            case Checked.UnknownKey unknown -> "unknown_key";
            case Checked.NoReceipt none -> "no_receipt";
        };
    }

    String at(Instant instant) {
        return words().instant(instant, zone);
    }

    String window(@Nullable Window window) {
        return window == null ? words().say("order.noWindow") : words().window(window);
    }
}
