package dev.holdfast.delivery.balance;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.delivery.balance.Terms.Bank;
import dev.holdfast.delivery.balance.Terms.BorneBy;
import dev.holdfast.delivery.balance.Terms.Seller;
import dev.holdfast.delivery.balance.Terms.YearEnd;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of terms: one for each launch whose balances are paid here.
final class TermsStore {
    private static final String PUT = """
            insert into delivery.balance_terms (launch, slug, seller_name, seller_tax_number, seller_address, bank_name,
              bank_account, tax_rate, hand_over_unpaid, filled_to, told_at)
            values (:launch, :slug, :seller, :taxNumber, :address, :bank, :account, :rate, :unpaid, 0, :now)
            on conflict (launch) do update set seller_name = excluded.seller_name,
              seller_tax_number = excluded.seller_tax_number, seller_address = excluded.seller_address,
              bank_name = excluded.bank_name, bank_account = excluded.bank_account, tax_rate = excluded.tax_rate,
              hand_over_unpaid = excluded.hand_over_unpaid, told_at = excluded.told_at
            """;

    private static final String CLEAR = "delete from delivery.balance_year_end where launch = :launch";

    private static final String ADD = """
            insert into delivery.balance_year_end (launch, id, from_date, amount, borne_by, reason_en, reason_zh)
            values (:launch, :id, :begins, :amount, :borneBy, :en, :zh)
            """;

    private static final String FIND = "select * from delivery.balance_terms where launch = :launch";

    private static final String YEAR_ENDS =
            "select * from delivery.balance_year_end where launch = :launch order by from_date, id";

    private static final String OPENED = "select exists (select from delivery.balance where launch = :launch)";

    private static final String LAUNCHES = "select launch, slug, filled_to from delivery.balance_terms order by launch";

    private static final String FILLED = "update delivery.balance_terms set filled_to = :to where launch = :launch";

    private final JdbcClient jdbc;

    TermsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param filledTo null: the orders that were locked before are all open
    record Started(int launch, String slug, @Nullable Long filledTo) {}

    void put(int launch, String slug, Terms terms, Instant now) {
        jdbc.sql(PUT)
                .param("launch", launch)
                .param("slug", slug)
                .param("seller", terms.seller().name())
                .param("taxNumber", terms.seller().taxNumber())
                .param("address", terms.seller().address())
                .param("bank", terms.bank().name())
                .param("account", terms.bank().account())
                .param("rate", terms.taxRate())
                .param("unpaid", terms.handOverUnpaid())
                .param("now", utc(now))
                .update();
        jdbc.sql(CLEAR).param("launch", launch).update();
        for (YearEnd one : terms.yearEnds()) {
            jdbc.sql(ADD)
                    .param("launch", launch)
                    .param("id", one.id())
                    .param("begins", one.from())
                    .param("amount", one.amount())
                    .param("borneBy", one.borneBy().name())
                    .param("en", one.reason().getOrDefault("en", ""))
                    .param("zh", one.reason().getOrDefault("zh", ""))
                    .update();
        }
    }

    Optional<Terms> find(int launch) {
        return jdbc.sql(FIND)
                .param("launch", launch)
                .query((row, number) -> new Terms(
                        new Seller(
                                row.getString("seller_name"),
                                row.getString("seller_tax_number"),
                                row.getString("seller_address")),
                        new Bank(row.getString("bank_name"), row.getString("bank_account")),
                        row.getInt("tax_rate"),
                        row.getBoolean("hand_over_unpaid"),
                        yearEnds(launch)))
                .optional();
    }

    private List<YearEnd> yearEnds(int launch) {
        return jdbc.sql(YEAR_ENDS)
                .param("launch", launch)
                .query((row, number) -> new YearEnd(
                        row.getString("id"),
                        row.getObject("from_date", LocalDate.class),
                        row.getLong("amount"),
                        BorneBy.valueOf(row.getString("borne_by")),
                        Map.of("en", row.getString("reason_en"), "zh", row.getString("reason_zh"))))
                .list();
    }

    /// Whether any order of the launch has a balance.
    boolean opened(int launch) {
        return jdbc.sql(OPENED).param("launch", launch).query(Boolean.class).single();
    }

    List<Started> launches() {
        return jdbc.sql(LAUNCHES)
                .query((row, number) -> new Started(
                        row.getInt("launch"), row.getString("slug"), row.getObject("filled_to", Long.class)))
                .list();
    }

    void filled(int launch, @Nullable Long to) {
        jdbc.sql(FILLED).param("launch", launch).param("to", to).update();
    }
}
