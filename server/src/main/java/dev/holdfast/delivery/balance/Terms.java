package dev.holdfast.delivery.balance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// How balances of a launch are paid.
///
/// @param taxRate in hundredths of a percent, contained in the price: 1300 is 13 %
/// @param handOverUnpaid whether units are handed over before the balance is settled
public record Terms(Seller seller, Bank bank, int taxRate, boolean handOverUnpaid, List<YearEnd> yearEnds) {
    public Terms {
        yearEnds = List.copyOf(yearEnds);
    }

    /// Who sells, as it stands on a tax document.
    public record Seller(String name, String taxNumber, String address) {}

    /// Where transfers go.
    public record Bank(String name, String account) {}

    /// What it costs when a unit that was first promised before a day is handed over on it or after it, such
    /// as a subsidy that falls on 1 January.
    ///
    /// @param amount in minor units of the launch's currency
    /// @param reason in words, by language
    public record YearEnd(String id, LocalDate from, long amount, BorneBy borneBy, Map<String, String> reason) {
        public YearEnd {
            reason = Map.copyOf(reason);
        }

        /// Whether nobody who was told the other pays more by this one.
        boolean isNoWorseThan(YearEnd other) {
            return borneBy == BorneBy.SELLER
                    || (other.borneBy == BorneBy.MEMBER && amount <= other.amount && !from.isBefore(other.from));
        }
    }

    public enum BorneBy {
        SELLER,
        MEMBER
    }
}
