package dev.holdfast.kernel;

/// An amount in minor units (500000 is 5,000.00 in a currency with cents) of an ISO 4217 currency.
public record Money(long amount, String currency) {
    public Money {
        Check.that(currency.length() == 3, "A currency is an ISO 4217 code of three letters, not '%s'.", currency);
    }
}
