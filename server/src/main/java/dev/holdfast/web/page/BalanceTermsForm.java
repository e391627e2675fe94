package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.BalanceTerms;
import dev.holdfast.delivery.balance.Terms;
import dev.holdfast.delivery.balance.Terms.Bank;
import dev.holdfast.delivery.balance.Terms.BorneBy;
import dev.holdfast.delivery.balance.Terms.Seller;
import dev.holdfast.delivery.balance.Terms.YearEnd;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How balances are paid, as fields of a form and back.
final class BalanceTermsForm {
    /// Hundredths of a percent.
    private static final int RATE_DIGITS = 2;

    private static final String UNPAID = "unpaid";

    private BalanceTermsForm() {}

    static Typed of(Terms terms, int digits) {
        var fields = new HashMap<String, String>();
        fields.put("seller_name", terms.seller().name());
        fields.put("seller_number", terms.seller().taxNumber());
        fields.put("seller_address", terms.seller().address());
        fields.put("bank_name", terms.bank().name());
        fields.put("bank_account", terms.bank().account());
        fields.put("tax", written(terms.taxRate(), RATE_DIGITS));
        fields.put(UNPAID, String.valueOf(terms.handOverUnpaid()));
        for (int row = 1; row <= terms.yearEnds().size(); row++) {
            var one = terms.yearEnds().get(row - 1);
            fields.put("id_" + row, one.id());
            fields.put("from_" + row, one.from().toString());
            fields.put("amount_" + row, written(one.amount(), digits));
            fields.put("borne_" + row, one.borneBy().name());
            fields.put("reason_en" + row, one.reason().getOrDefault("en", ""));
            fields.put("reason_zh" + row, one.reason().getOrDefault("zh", ""));
        }
        return new Typed(fields);
    }

    private static String written(long minor, int digits) {
        var amount = BigDecimal.valueOf(minor, digits).stripTrailingZeros();
        return amount.setScale(Math.max(0, amount.scale())).toPlainString();
    }

    /// @param digits of the launch's currency behind the point
    static Terms terms(Typed typed, int digits) {
        return new Terms(
                new Seller(typed.text("seller_name"), typed.text("seller_number"), typed.text("seller_address")),
                new Bank(typed.text("bank_name"), typed.text("bank_account")),
                Math.clamp(typed.minor("tax", RATE_DIGITS), Integer.MIN_VALUE, Integer.MAX_VALUE),
                typed.is(UNPAID, "true"),
                yearEnds(typed, digits));
    }

    private static List<YearEnd> yearEnds(Typed typed, int digits) {
        return IntStream.rangeClosed(1, BalanceTerms.MAX_YEAR_ENDS)
                .filter(row -> !typed.text("id_" + row).isEmpty())
                .mapToObj(row -> new YearEnd(
                        typed.text("id_" + row),
                        typed.day("from_" + row),
                        typed.minor("amount_" + row, digits),
                        typed.one("borne_" + row, BorneBy.class),
                        Map.of("en", typed.text("reason_en" + row), "zh", typed.text("reason_zh" + row))))
                .toList();
    }

    /// Those that were stated or typed, and an empty one.
    static int rows(Typed typed) {
        int last = IntStream.rangeClosed(1, BalanceTerms.MAX_YEAR_ENDS)
                .filter(row -> !typed.text("id_" + row).isEmpty())
                .max()
                .orElse(0);
        return Math.min(last + 1, BalanceTerms.MAX_YEAR_ENDS);
    }
}
