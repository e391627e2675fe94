package dev.holdfast.web.page;

import dev.holdfast.delivery.handover.HandOverDesk;
import dev.holdfast.delivery.handover.HandOverDesk.Bench;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.slot.SlotDesk;
import dev.holdfast.delivery.slot.SlotDesk.Clerk;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.service.ticket.OverdueTickets;
import dev.holdfast.service.ticket.Subjects;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The tablet of those who work in a store or a centre: who comes today, and the checklist of each
/// hand-over.
@Controller
class StorePages {
    private static final String HAND_OVER = "/store/{place}/handovers/{order}";

    /// As the REST interface takes them.
    private static final int MAX_PHOTO = 3 * 1024 * 1024;

    private final Network network;
    private final SlotDesk slots;
    private final HandOverDesk desk;
    private final Launch launch;
    private final OverdueTickets overdue;
    private final Subjects subjects;
    private final Templates templates;
    private final InstantSource clock;

    StorePages(
            Network network,
            SlotDesk slots,
            HandOverDesk desk,
            Launch launch,
            OverdueTickets overdue,
            Subjects subjects,
            Templates templates,
            Clock clock) {
        this.network = network;
        this.slots = slots;
        this.desk = desk;
        this.launch = launch;
        this.overdue = overdue;
        this.subjects = subjects;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/store")
    Page places(Frame frame) {
        var clerk = frame.storing();
        var places = Places.of(network);
        var found = overdue.of(clerk, OverdueTickets.MAX_PAGE);
        var late = new OverduePart(frame.words(), found, subjects.all(), places, false);
        return templates.page("store", new StorePage(frame, places, network.placesOf(clerk), late));
    }

    @GetMapping("/store/{place}")
    Page day(Frame frame, @PathVariable String place, @RequestParam @Nullable String day) {
        var clerk = new Clerk(clerk(network, frame, place), false);
        var found = slots.day(place, day, clerk);
        return templates.page("storeDay", new StoreDayPage(frame, Places.of(network), found, launches(found)));
    }

    private Map<Integer, LaunchDefinition> launches(SlotDesk.Day day) {
        var numbers = day.booked().stream().map(one -> one.order().launch()).collect(Collectors.toSet());
        return numbers.isEmpty()
                ? Map.of()
                : launch.all().stream()
                        .filter(one -> numbers.contains(one.number()))
                        .collect(Collectors.toMap(LaunchView::number, LaunchView::definition));
    }

    /// A place where somebody does not work is not there for them.
    static String clerk(Network network, Frame frame, String place) {
        var clerk = frame.storing();
        if (!network.placesOf(clerk).contains(place)) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown_path", "You work at no place '" + place + "'.");
        }
        return clerk;
    }

    @GetMapping(HAND_OVER)
    Page look(
            Frame frame,
            @PathVariable String place,
            @PathVariable String order,
            @RequestParam(defaultValue = "") String serial) {
        var bench = new Bench(clerk(network, frame, place), place, OrderPages.order(order), serial);
        return templates.page(
                "storeHandOver", new StoreHandOverPage(frame, Places.of(network), desk.look(bench), null));
    }

    /// What a tablet kept and sends, or, where it runs no scripts, the whole form.
    @PostMapping(HAND_OVER + "/said")
    Object tell(
            Frame frame,
            @PathVariable String place,
            @PathVariable String order,
            @RequestParam(defaultValue = "") String serial,
            @RequestParam @Nullable String said,
            @RequestParam Map<String, String> form) {
        var bench = new Bench(clerk(network, frame, place), place, OrderPages.order(order), serial);
        if (said != null) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .cacheControl(CacheControl.noStore())
                    .body(SaidByTablet.answer(desk.tell(bench, SaidByTablet.read(said))));
        }
        return form(bench, form);
    }

    private View form(Bench bench, Map<String, String> form) {
        var told = SaidByTablet.form(form, desk.look(bench), clock.instant());
        if (!told.isEmpty()) {
            desk.tell(bench, told);
        }
        return SeeOther.to("/store/" + bench.place() + "/handovers/" + bench.order() + "?serial=" + bench.serial());
    }

    @PostMapping(HAND_OVER + "/photos/{photo}")
    ResponseEntity<Void> put(
            Frame frame,
            @PathVariable String place,
            @PathVariable String order,
            @PathVariable String photo,
            @RequestParam(defaultValue = "") String serial,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String at,
            HttpServletRequest request)
            throws IOException {
        var bench = new Bench(clerk(network, frame, place), place, OrderPages.order(order), serial);
        byte[] bytes = request.getInputStream().readNBytes(MAX_PHOTO + 1);
        if (bytes.length > MAX_PHOTO) {
            throw new Problem(Problem.Kind.TOO_LARGE, "body_too_large", "A photo may have " + MAX_PHOTO + " bytes.");
        }
        desk.put(bench, photo, point, taken(at), bytes);
        return ResponseEntity.noContent().build();
    }

    private Instant taken(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeException unreadable) {
            return clock.instant();
        }
    }

    @GetMapping(HAND_OVER + "/photos/{photo}")
    ResponseEntity<byte[]> photo(
            Frame frame,
            @PathVariable String place,
            @PathVariable String order,
            @PathVariable String photo,
            @RequestParam(defaultValue = "") String serial) {
        var bench = new Bench(clerk(network, frame, place), place, OrderPages.order(order), serial);
        return PhotoAnswer.answer(desk.photo(bench, photo));
    }
}
