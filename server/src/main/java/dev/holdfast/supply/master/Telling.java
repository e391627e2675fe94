package dev.holdfast.supply.master;

import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.SupplyTold;
import dev.holdfast.supply.SupplyTold.Effect;
import dev.holdfast.supply.master.NewsRows.News;
import dev.holdfast.supply.plan.input.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes down what suppliers and storekeepers say, all of one message or nothing of it.
///
/// - A word under an id that its source has used says the same again, and nothing happens; said differently it is
/// refused,
///   since one of the two is a mistake that only the source can mend.
/// - A word that says what is known, and has no id, is not written down: a table sent again is only its differences.
/// - A word that occurred before the last one on its subject is written down and changes nothing.
public final class Telling {
    /// Words in one message.
    public static final int MAX_WORDS = 10_000;

    private final Knowledge knowledge;
    private final EventStore events;

    Telling(Knowledge knowledge, EventStore events) {
        this.knowledge = knowledge;
        this.events = events;
    }

    /// Joins the running transaction and makes others who tell of this launch's supply wait for its end.
    ///
    /// @return what became of each word, in their order
    /// @throws Problem INVALID with every fault, or CONFLICT when an id was used for something else
    public List<SupplyTold> tell(Teller teller, MasterRows rows) {
        long last = events.lock(teller.launch());
        Known known = knowledge.at(teller.launch(), last);
        List<News> news = read(teller, known, rows);
        Set<String> ids = news.stream().map(News::id).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, SupplyEvent> before = events.told(teller.launch(), teller.source(), ids);
        var told = new ArrayList<SupplyTold>();
        var written = new ArrayList<SupplyEvent>();
        var touches = new ArrayList<Touch>();
        var effects = new Effects(known);
        for (News one : news) {
            SupplyEvent said = one.id() == null ? null : before.get(one.id());
            SupplyTold became = said == null
                    ? become(one, known, last + written.size() + 1)
                    : new SupplyTold(repeated(one, said).number(), Effect.REPEATED);
            told.add(became);
            Long number = became.number();
            if (said == null && number != null) {
                SupplyEvent event = event(teller, one, number, became.effect() == Effect.APPLIED);
                written.add(event);
                touches.addAll(effects.of(event));
                if (event.effective()) {
                    known.standing().add(event);
                }
                if (one.id() != null) {
                    before.put(one.id(), event);
                }
            }
        }
        events.append(teller.launch(), written);
        events.touch(teller.launch(), touches);
        return told;
    }

    private static List<News> read(Teller teller, Known known, MasterRows rows) {
        var faults = new Faults();
        var news = new NewsRows(teller.at());
        new FileReading(NewsRows.SHEET, faults).read(rows, news::add);
        var check = new CrossCheck(known.tables(), teller.offers(), known.standing(), faults);
        for (News one : news.news()) {
            if (!check.isComponent(one.component())) {
                fault(faults, one, "component", one.component(), "is none of the components");
            }
            if (one.supplier() != null && !check.isSupplier(one.supplier())) {
                fault(faults, one, "supplier", one.supplier(), "is none of the suppliers");
            }
        }
        if (news.news().size() > MAX_WORDS) {
            News beyond = news.news().get(MAX_WORDS);
            fault(faults, beyond, "row", "", "is beyond the " + MAX_WORDS + " that may be told at once");
        }
        if (!faults.isEmpty()) {
            throw Refused.news(faults, rows);
        }
        return news.news();
    }

    private static void fault(Faults faults, News news, String column, String value, String reason) {
        faults.add(NewsRows.SHEET.label(), news.line(), column, value, reason);
    }

    private static SupplyTold become(News news, Known known, long number) {
        boolean isOvertaken = isOvertaken(news, known);
        if (news.id() == null && !isOvertaken && isKnown(news, known)) {
            return new SupplyTold(null, Effect.UNCHANGED);
        }
        return new SupplyTold(number, isOvertaken ? Effect.LATE : Effect.APPLIED);
    }

    /// Whether a later word on the same subject was there first; of counts the later is the one of the later day.
    private static boolean isOvertaken(News news, Known known) {
        if (news.kind().equals(Standing.COUNT)) {
            StockRows.Count counted = known.counted().get(news.subject());
            boolean isOlder =
                    counted != null && news.week() != null && news.week().isBefore(counted.asOf());
            boolean isSameDay = counted != null && counted.asOf().equals(news.week());
            return isOlder
                    || (isSameDay
                            && known.standing()
                                    .isOvertaken(news.kind(), news.subject(), news.occurredAt(), news.sequence()));
        }
        return known.standing().isOvertaken(news.kind(), news.subject(), news.occurredAt(), news.sequence());
    }

    private static boolean isKnown(News news, Known known) {
        if (news.kind().equals(Standing.COUNT)) {
            StockRows.Count counted = known.counted().get(news.subject());
            return counted != null
                    && counted.onHand() == news.quantity()
                    && Objects.equals(counted.quarantined(), news.quarantined())
                    && counted.asOf().equals(news.week());
        }
        SupplyEvent last = known.standing().last(news.kind(), news.subject());
        return last != null && says(last, news);
    }

    private static SupplyEvent repeated(News news, SupplyEvent said) {
        if (says(said, news)
                && said.kind().equals(news.kind())
                && said.subject().equals(news.subject())) {
            return said;
        }
        throw new Problem(
                Problem.Kind.CONFLICT,
                "supply_event_differs",
                "Event " + said.number() + " was told under the id '" + said.id() + "' and said something else."
                        + " Nothing was changed. Send what is new under an id of its own.");
    }

    private static boolean says(SupplyEvent event, News news) {
        return Objects.equals(event.component(), news.component())
                && Objects.equals(event.supplier(), news.supplier())
                && Objects.equals(event.lot(), news.lot())
                && Objects.equals(event.quantity(), news.quantity())
                && Objects.equals(event.quarantined(), news.quarantined())
                && Objects.equals(event.week(), news.week())
                && Objects.equals(event.status(), news.status());
    }

    private static SupplyEvent event(Teller teller, News news, long number, boolean effective) {
        return new SupplyEvent(
                number,
                teller.at(),
                teller.actor(),
                teller.source(),
                news.id(),
                news.occurredAt(),
                teller.day(news.occurredAt()),
                news.sequence(),
                news.kind(),
                news.subject(),
                effective,
                null,
                news.component(),
                news.supplier(),
                news.lot(),
                news.quantity(),
                news.quarantined(),
                news.week(),
                news.status());
    }
}
