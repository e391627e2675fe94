package dev.holdfast.web.page;

import dev.holdfast.service.ticket.Step;
import dev.holdfast.service.ticket.Subject;
import dev.holdfast.service.ticket.Ticket;
import dev.holdfast.service.ticket.Ticket.State;
import dev.holdfast.service.ticket.TicketHistory;
import dev.holdfast.service.ticket.TicketPhotos;
import dev.holdfast.service.work.WorkLine;
import dev.holdfast.service.work.WorkOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One ticket: as its owner sees it, or as those do who work where it is.
///
/// @param elsewhere to which staff may pass it: names by language
/// @param desk whether staff read it
record TicketPage(
        Frame frame,
        TicketHistory history,
        List<Subject> subjects,
        List<WorkOrder> work,
        Places places,
        Map<String, Map<String, String>> elsewhere,
        boolean desk,
        Instant now,
        @Nullable Notice notice) {
    Words words() {
        return frame.words();
    }

    Ticket ticket() {
        return history.ticket();
    }

    /// Whether staff may say what is to be done.
    boolean mayWork() {
        return desk && ticket().component() != null && !ticket().state().over();
    }

    String workAddress(WorkOrder order) {
        String above = desk ? "/store/" + ticket().place() : "/orders/" + ticket().order();
        return above + "/work-orders/" + order.number();
    }

    /// Where staff may bring a work order.
    List<String> workSteps(WorkOrder order) {
        return switch (order.state()) {
            case OFFERED -> List.of("cancelled");
            case PLANNED -> order.ready() ? List.of("in_work", "cancelled") : List.of("cancelled");
            case IN_WORK -> List.of("done");
            case DONE, DECLINED, CANCELLED -> List.of();
        };
    }

    /// What a line costs, and by what rule.
    String why(WorkLine line) {
        String words = line.goodwillWords();
        if (words != null) {
            return words().say("work.why.goodwill", words);
        }
        String term = line.term();
        String why = words().say("work.why." + line.reason());
        return term == null ? why : why + " " + words().say("work.term", term, String.valueOf(line.version()));
    }

    String until(WorkOrder order) {
        LocalDate on = order.partsOn();
        return on == null ? words().say("work.missing") : words().say("work.missing.until", words().day(on));
    }

    String address() {
        return desk
                ? "/store/" + ticket().place() + "/tickets/" + ticket().number()
                : "/orders/" + ticket().order() + "/tickets/" + ticket().number();
    }

    /// The page that has it in its list.
    String back() {
        return desk ? "/store/" + ticket().place() + "/tickets" : "/orders/" + ticket().order() + "/service";
    }

    String subject() {
        return TicketWords.subject(ticket(), subjects, words());
    }

    String place() {
        return places.name(ticket().place(), words());
    }

    String at(Instant instant) {
        return words().instant(instant, places.zone(ticket().place()));
    }

    String step(Step step) {
        String place = step.place();
        return place == null
                ? words().say("ticket.step." + step.step())
                : words().say("ticket.step." + step.step(), places.name(place, words()));
    }

    /// Who took it: to each side the other is a person, themselves is "you".
    String who(Step step) {
        boolean own = desk == (step.side() == Step.Side.STAFF);
        String name = step.side() == Step.Side.STAFF ? step.actor() : words().say("ticket.owner");
        return own && !desk ? words().say("ticket.you") : name;
    }

    boolean overdue() {
        return ticket().overdue(now);
    }

    boolean awaited() {
        return ticket().answeredAt() == null && !ticket().state().over();
    }

    /// The office reads tickets as their owners do, and decides nothing in their place.
    boolean own() {
        return !desk && frame.asker().member().equals(ticket().member());
    }

    boolean maySay() {
        return (desk || own()) && !ticket().state().over();
    }

    boolean mayShow() {
        return own() && !ticket().state().over() && history.photos().size() < maxPhotos();
    }

    int maxPhotos() {
        return TicketPhotos.MAX_PHOTOS;
    }

    boolean mayCome() {
        return mayWithdraw();
    }

    /// What is planned is planned where its parts are.
    boolean mayPass() {
        return desk && working() == 0 && !elsewhere.isEmpty() && beforeWork();
    }

    private boolean beforeWork() {
        return List.of(State.OPEN, State.DIAGNOSED, State.WAITING, State.REOPENED)
                .contains(ticket().state());
    }

    boolean mayConfirm() {
        return own() && ticket().state() == State.DONE;
    }

    boolean mayReopen() {
        return own() && (ticket().state() == State.DONE || ticket().state() == State.CONFIRMED);
    }

    boolean mayWithdraw() {
        return own() && beforeWork();
    }

    boolean mayDiagnose() {
        return desk && ticket().state().leadsTo(State.DIAGNOSED);
    }

    private long working() {
        return work.stream().filter(one -> one.state().live()).count();
    }

    /// Where staff may bring it, besides a diagnosis. What is written as work goes on with the work.
    List<State> next() {
        return desk && working() == 0
                ? List.of(State.WAITING, State.IN_WORK, State.DONE).stream()
                        .filter(ticket().state()::leadsTo)
                        .toList()
                : List.of();
    }
}
