package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.slot.SlotDesk;
import dev.holdfast.delivery.slot.SlotDesk.Clerk;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.supply.MasterRows;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where times are opened and closed: by operators at every place, by those who work there at their own.
@Controller
class PlaceSlotsPages {
    private static final String OFFICE = StaffNetworkPage.ADDRESS + "/{place}/slots";
    private static final String STORE = "/store/{place}/slots";
    private static final List<String> FIELDS = List.of("bay", "capacity", "minutes");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /// Where a fault of a row is: its number and its column.
    private static final Pattern WHERE = Pattern.compile("\\[(\\d+)]\\.(\\w+)");

    private final Network network;
    private final SlotDesk slots;
    private final Templates templates;

    PlaceSlotsPages(Network network, SlotDesk slots, Templates templates) {
        this.network = network;
        this.slots = slots;
        this.templates = templates;
    }

    /// Whose page of which place it is.
    private record Here(Frame frame, String place, Clerk clerk) {
        boolean office() {
            return clerk.operator();
        }

        String address() {
            return PlaceSlotsPage.address(office(), place);
        }

        /// After something was done.
        View done(String first, String what, int count) {
            var day = DAY.matcher(first).matches() ? "&day=" + first : "";
            return SeeOther.to(address() + "?" + what + "=" + count + day);
        }
    }

    private Here office(Frame frame, String place) {
        var operator = frame.operating();
        if (PlaceLine.find(network, place).filter(PlaceLine::hasSlots).isEmpty()) {
            throw new Problem(
                    Problem.Kind.UNKNOWN, "unknown_path", "At '" + place + "' nothing is handed over or serviced.");
        }
        return new Here(frame, place, new Clerk(operator, true));
    }

    private Here store(Frame frame, String place) {
        return new Here(frame, place, new Clerk(StorePages.clerk(network, frame, place), false));
    }

    @GetMapping(OFFICE)
    Page look(
            Frame frame,
            @PathVariable String place,
            @RequestParam @Nullable String day,
            @RequestParam @Nullable Integer opened,
            @RequestParam @Nullable Integer closed) {
        return look(office(frame, place), day, told(frame.words(), opened, closed));
    }

    @GetMapping(STORE)
    Page lookAsStaff(
            Frame frame,
            @PathVariable String place,
            @RequestParam @Nullable String day,
            @RequestParam @Nullable Integer opened,
            @RequestParam @Nullable Integer closed) {
        return look(store(frame, place), day, told(frame.words(), opened, closed));
    }

    private Page look(Here here, @Nullable String day, @Nullable String told) {
        return templates.page(template(here), page(here, day, Typed.NOTHING, null, told, null));
    }

    private static @Nullable String told(Words words, @Nullable Integer opened, @Nullable Integer closed) {
        if (opened != null) {
            return words.count("slots.opened", opened);
        }
        if (closed != null) {
            return closed == 0 ? words.say("slots.closed.none") : words.count("slots.closed", closed);
        }
        return null;
    }

    @PostMapping(OFFICE)
    View open(
            Frame frame,
            @PathVariable String place,
            @RequestParam(defaultValue = "") List<String> on,
            @RequestParam Map<String, String> form) {
        return open(office(frame, place), on, Typed.of(form));
    }

    @PostMapping(STORE)
    View openAsStaff(
            Frame frame,
            @PathVariable String place,
            @RequestParam(defaultValue = "") List<String> on,
            @RequestParam Map<String, String> form) {
        return open(store(frame, place), on, Typed.of(form));
    }

    private View open(Here here, List<String> on, Typed typed) {
        var first = typed.text("first");
        if (on.isEmpty()) {
            var notice = Notice.of(
                    here.frame.words().say("slots.refused"), here.frame.words().say("slots.noDay"));
            return refusal(here, typed, on, notice);
        }
        try {
            var rows = on.stream().map(day -> row(here.place, day, typed)).toList();
            slots.open(new MasterRows.Objects(rows), here.clerk);
            return here.done(first, "opened", on.size());
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            return refusal(here, typed, on, notice(here.frame.words(), refused, on));
        }
    }

    private static Map<String, String> row(String place, String day, Typed typed) {
        Map<String, String> row = new HashMap<>();
        row.put("place", place);
        row.put("from", day + "T" + typed.text("from"));
        row.put("to", day + "T" + typed.text("to"));
        FIELDS.forEach(field -> row.put(field, typed.text(field)));
        return row;
    }

    /// Every fault with the day and the field that it is about.
    private static Notice notice(Words words, Problem refused, List<String> on) {
        var said = Reasons.in(words, refused.faults()).stream()
                .map(fault -> said(words, fault, on))
                .distinct()
                .collect(Collectors.joining(" "));
        return Notice.of(words.say("slots.refused"), said.isEmpty() ? words.say("slots.refused.text") : said);
    }

    private static String said(Words words, Fault fault, List<String> on) {
        Matcher where = WHERE.matcher(fault.where());
        if (!where.matches()) {
            return words.say("slots.fault", "", fault.where(), fault.reason());
        }
        var day = on.get(Integer.parseInt(where.group(1)));
        return words.say("slots.fault", day(words, day), words.say("slots.field." + where.group(2)), fault.reason());
    }

    private static String day(Words words, String typed) {
        try {
            return words.day(LocalDate.parse(typed));
        } catch (DateTimeException unreadable) {
            return typed;
        }
    }

    private View refusal(Here here, Typed typed, List<String> on, Notice notice) {
        var frame = here.frame.at(here.address());
        var again = new Here(frame, here.place, here.clerk);
        var first = typed.text("first");
        var page = page(again, first.isEmpty() ? null : first, typed, Set.copyOf(on), null, notice);
        return templates.refusal(template(here), page, 422);
    }

    @PostMapping(OFFICE + "/close")
    View close(
            Frame frame,
            @PathVariable String place,
            @RequestParam(defaultValue = "") List<Long> slot,
            @RequestParam(defaultValue = "") String first) {
        return close(office(frame, place), slot, first);
    }

    @PostMapping(STORE + "/close")
    View closeAsStaff(
            Frame frame,
            @PathVariable String place,
            @RequestParam(defaultValue = "") List<Long> slot,
            @RequestParam(defaultValue = "") String first) {
        return close(store(frame, place), slot, first);
    }

    private View close(Here here, List<Long> slot, String first) {
        return here.done(first, "closed", slots.close(here.place, slot, here.clerk));
    }

    private static String template(Here here) {
        return here.office() ? "staffPlaceSlots" : "storeSlots";
    }

    private PlaceSlotsPage page(
            Here here,
            @Nullable String day,
            Typed typed,
            @Nullable Set<String> ticked,
            @Nullable String told,
            @Nullable Notice notice) {
        return new PlaceSlotsPage(
                here.frame,
                here.office(),
                Places.of(network),
                slots.week(here.place, day, here.clerk),
                slots.backlog(here.place, SlotDesk.MAX_PAGE, here.clerk).size(),
                typed,
                ticked,
                told,
                notice);
    }
}
