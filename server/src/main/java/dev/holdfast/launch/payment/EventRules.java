package dev.holdfast.launch.payment;

/// What holds of every event, whichever provider it came from, so that whoever stores it need not ask again.
final class EventRules {

    /// The longest id of any provider is Stripe's, documented as up to 255 characters.
    static final int MAX_TEXT = 255;

    private EventRules() {}

    static Reading check(PaymentEvent event) {
        if (!isStorable(event.webhookId())) {
            return new Reading.Malformed("the id of the webhook" + storable());
        }
        if (!isStorable(event.order())) {
            return new Reading.Malformed("order" + storable());
        }
        if (!isStorable(event.payment())) {
            return new Reading.Malformed("payment" + storable());
        }
        if (event.amount() < 0) {
            return new Reading.Malformed("amount is " + event.amount() + ", less than nothing");
        }
        if (!isCurrency(event.currency())) {
            return new Reading.Malformed("currency is not three capital letters");
        }
        return new Reading.Verified(event);
    }

    private static String storable() {
        return " is not a text of 1 to " + MAX_TEXT + " printable characters";
    }

    /// A NUL or half a surrogate pair in a text makes the database refuse the whole batch it is in.
    private static boolean isStorable(String text) {
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            return false;
        }
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (Character.isISOControl(letter) || Character.isSurrogate(letter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCurrency(String text) {
        return text.length() == 3 && text.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
    }
}
