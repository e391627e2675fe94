package dev.holdfast.web.page;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlaceOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The list of launches, the page of one, and its order button.
@Controller
class LaunchPages {
    private final Launch launch;
    private final LaunchPageMaker maker;
    private final DeviceCookie devices;
    private final Templates templates;

    LaunchPages(Launch launch, LaunchPageMaker maker, DeviceCookie devices, Templates templates) {
        this.launch = launch;
        this.maker = maker;
        this.devices = devices;
        this.templates = templates;
    }

    @GetMapping("/")
    Page all(Frame frame) {
        var launches = launch.all().stream().sorted(LaunchesPage.BY_URGENCY).toList();
        return templates.page("launches", new LaunchesPage(frame, launches));
    }

    @GetMapping("/launches/{slug}")
    Page look(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String offer,
            @RequestParam(defaultValue = "false") boolean another) {
        var form = new OrderForm(offer, region, UUID.randomUUID().toString(), null, another);
        return templates.page("launch", maker.page(frame, launch.look(slug), form, null));
    }

    /// One key per form: sent twice, gone back to, or sent again over a lost connection, it is one order.
    @PostMapping("/launches/{slug}/orders")
    View order(
            Frame frame,
            @PathVariable String slug,
            OrderForm form,
            @CookieValue(name = LobbyPages.PASS, required = false) @Nullable String pass,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam Map<String, String> said) {
        var here = frame.at("/launches/" + slug);
        var member = frame.asker().member();
        if (form.offer() == null) {
            var notice = RefusalNotice.noneChosen(frame.words());
            return templates.refusal("launch", maker.page(here, launch.look(slug), form, notice), 422);
        }
        var wish = new PlaceOrder(
                slug,
                member,
                form.checkedKey(),
                form.offer(),
                form.region(),
                null,
                "page",
                null,
                form.terms(),
                OrderForm.addOns(said));
        var outcome = launch.place(wish, pass);
        return switch (outcome) {
            case Outcome.Done done -> {
                devices.note(done.order(), request, response);
                yield toOrder(done.order().id().toString());
            }
            case Outcome.Replayed replayed -> toOrder(replayed.order().id().toString());
            case Outcome.Refused refused -> {
                var view = launch.look(slug);
                var notice = RefusalNotice.of(refused.refusal(), view, form, frame.words());
                yield templates.refusal(
                        "launch", maker.page(here, view, form.afterRefusal(refused.refusal()), notice), 409);
            }
        };
    }

    private static View toOrder(String id) {
        return SeeOther.to("/orders/" + id);
    }
}
