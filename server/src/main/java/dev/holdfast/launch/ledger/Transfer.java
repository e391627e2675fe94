package dev.holdfast.launch.ledger;

/// One amount on its way from one account to another.
///
/// @param order the order it is about, or what a provider calls it
/// @param amount in minor units of `currency`, more than 0
/// @param cause why, in a stable word
public record Transfer(String order, Account debit, Account credit, long amount, String currency, String cause) {}
