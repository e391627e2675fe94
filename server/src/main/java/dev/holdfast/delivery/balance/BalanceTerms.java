package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Terms.YearEnd;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of terms, for operators: whether and how the balances of a launch are paid here.
public final class BalanceTerms {
    /// As long as a name and an address on a tax document get.
    public static final int MAX_TEXT = 200;

    public static final int MAX_YEAR_ENDS = 10;

    private static final int ALL = 10_000;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final TermsStore store;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    BalanceTerms(
            TermsStore store, Launch launch, Members members, TransactionTemplate transactions, InstantSource clock) {
        this.store = store;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Empty: the launch has no balances, and hands over without.
    ///
    /// @throws Problem UNKNOWN when there is no such launch
    public Optional<Terms> of(String slug) {
        return store.find(launch.number(slug));
    }

    /// Puts terms in force; from then on every locked order of the launch has a balance.
    ///
    /// @throws Problem UNKNOWN; INVALID with every fault; CONFLICT when a member would pay more than
    ///     was stated when balances were opened
    public Terms put(String slug, Terms terms, String operator) {
        int number = launch.number(slug);
        refuse(terms);
        transactions.executeWithoutResult(status -> {
            if (store.opened(number)) {
                refuseWorse(terms, store.find(number).map(Terms::yearEnds).orElse(List.of()));
            }
            store.put(number, slug, terms, clock.instant());
            members.audit(operator, "put_balance_terms", slug, detail(terms));
        });
        return terms;
    }

    private static void refuseWorse(Terms terms, List<YearEnd> before) {
        Map<String, YearEnd> stated = before.stream().collect(Collectors.toMap(YearEnd::id, one -> one));
        for (YearEnd one : terms.yearEnds()) {
            YearEnd other = stated.get(one.id());
            boolean worse = other == null ? one.borneBy() == Terms.BorneBy.MEMBER : !one.isNoWorseThan(other);
            if (worse) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "year_end_worse",
                        "By '" + one.id() + "' members would pay more than they were told when their balances were"
                                + " opened. Let the seller bear it, or leave it as it was stated.");
            }
        }
    }

    private static void refuse(Terms terms) {
        List<Fault> faults = new ArrayList<>();
        text(faults, "seller.name", terms.seller().name(), true);
        text(faults, "seller.taxNumber", terms.seller().taxNumber(), false);
        text(faults, "seller.address", terms.seller().address(), false);
        text(faults, "bank.name", terms.bank().name(), false);
        text(faults, "bank.account", terms.bank().account(), true);
        if (terms.taxRate() < 0 || terms.taxRate() > ALL) {
            faults.add(new Fault("taxRate", Integer.toString(terms.taxRate()), "must be from 0 to " + ALL));
        }
        if (terms.yearEnds().size() > MAX_YEAR_ENDS) {
            faults.add(new Fault("yearEnds", null, "may be " + MAX_YEAR_ENDS + " at most"));
        }
        Set<String> ids = new HashSet<>();
        for (YearEnd one : terms.yearEnds()) {
            if (!ID.matcher(one.id()).matches() || !ids.add(one.id())) {
                faults.add(new Fault(
                        "yearEnds.id",
                        one.id(),
                        "must be of its own, of at most 40 small letters, digits and hyphens"));
            }
            if (one.amount() <= 0 || one.amount() > BalanceDesk.MAX_AMOUNT) {
                faults.add(new Fault("yearEnds.amount", Long.toString(one.amount()), "must be more than nothing"));
            }
            one.reason().forEach((language, words) -> text(faults, "yearEnds.reason." + language, words, false));
        }
        if (!faults.isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_request",
                    faults.getFirst().where() + " " + faults.getFirst().reason() + ".",
                    faults);
        }
    }

    private static void text(List<Fault> faults, String where, String text, boolean needed) {
        if ((needed && text.isBlank()) || !Words.fits(text, MAX_TEXT)) {
            faults.add(new Fault(
                    where,
                    Words.shortened(text),
                    "must have " + (needed ? 1 : 0) + " to " + MAX_TEXT + " characters and no control characters"));
        }
    }

    private static String detail(Terms terms) {
        return "tax %d, hand over unpaid %s, %d year ends"
                .formatted(
                        terms.taxRate(),
                        terms.handOverUnpaid(),
                        terms.yearEnds().size());
    }
}
