package dev.holdfast.web;

import dev.holdfast.delivery.balance.Terms;
import dev.holdfast.delivery.balance.Terms.Bank;
import dev.holdfast.delivery.balance.Terms.BorneBy;
import dev.holdfast.delivery.balance.Terms.Seller;
import dev.holdfast.delivery.balance.Terms.YearEnd;
import dev.holdfast.kernel.Problem.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Terms as an operator sends them.
record BalanceTermsRequest(
        @Nullable SellerRequest seller,
        @Nullable BankRequest bank,
        @Nullable Integer taxRate,
        @Nullable Boolean handOverUnpaid,
        @Nullable List<YearEndRequest> yearEnds) {
    record SellerRequest(
            @Nullable String name,
            @Nullable String taxNumber,
            @Nullable String address) {}

    record BankRequest(@Nullable String name, @Nullable String account) {}

    record YearEndRequest(
            @Nullable String id,
            @Nullable String from,
            @Nullable Long amount,
            @Nullable BorneBy borneBy,
            @Nullable Map<String, String> reason) {}

    Terms terms() {
        if (seller == null || bank == null || taxRate == null) {
            throw Json.invalid(new Fault("", null, "needs seller, bank and taxRate"));
        }
        return new Terms(
                new Seller(
                        BalanceDoor.text(seller.name()),
                        BalanceDoor.text(seller.taxNumber()),
                        BalanceDoor.text(seller.address())),
                new Bank(BalanceDoor.text(bank.name()), BalanceDoor.text(bank.account())),
                taxRate,
                Boolean.TRUE.equals(handOverUnpaid),
                yearEnds == null
                        ? List.of()
                        : yearEnds.stream().map(BalanceTermsRequest::yearEnd).toList());
    }

    private static YearEnd yearEnd(YearEndRequest one) {
        BorneBy borneBy = one.borneBy();
        Long amount = one.amount();
        if (borneBy == null || amount == null) {
            throw Json.invalid(
                    new Fault("yearEnds", null, "needs an amount in minor units, and borneBy: seller or member"));
        }
        Map<String, String> reason = one.reason() == null ? Map.of() : one.reason();
        return new YearEnd(
                BalanceDoor.text(one.id()),
                date(one.from()),
                amount,
                borneBy,
                Map.of("en", reason.getOrDefault("en", ""), "zh", reason.getOrDefault("zh", "")));
    }

    private static LocalDate date(@Nullable String text) {
        try {
            return LocalDate.parse(BalanceDoor.text(text));
        } catch (DateTimeException unreadable) {
            throw Json.invalid(new Fault("yearEnds.from", text, "must be a date such as 2028-01-01"));
        }
    }
}
