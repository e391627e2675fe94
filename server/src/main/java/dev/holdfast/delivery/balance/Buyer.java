package dev.holdfast.delivery.balance;

/// Who stands on the tax document, as the member gave it; what was not given is empty.
public record Buyer(String name, String taxNumber, String address) {
    public static final int MAX_TEXT = 200;
}
