package dev.holdfast.launch;

import dev.holdfast.kernel.Money;

/// What stands on one account of the ledger: what came in less what went out. Over all accounts of a currency it adds
/// up to zero.
///
/// @param account such as `held` or `refunding`: where the deposits are
public record Balance(String account, Money balance) {}
