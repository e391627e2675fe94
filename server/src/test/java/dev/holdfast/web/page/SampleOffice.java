package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.delivery.network.Staff;
import dev.holdfast.delivery.network.StoreView.Capability;
import dev.holdfast.launch.news.Kind;
import dev.holdfast.launch.news.Registered;
import dev.holdfast.launch.news.Webhook;
import dev.holdfast.member.Invitations.Invitation;
import dev.holdfast.member.Session;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What operators look after beside launches, rendered from the sample world without a server.
final class SampleOffice {
    private static final Assets ASSETS = new Assets();

    private static final PlaceLine CENTRE = new PlaceLine(
            "centre:north",
            "CENTRE",
            Map.of("en", "Larchmere delivery centre", "zh", "落松镇交付中心"),
            "Larchmere",
            "north",
            List.of(Capability.HAND_OVER, Capability.SERVICE),
            true);
    private static final PlaceLine STORE = new PlaceLine(
            "larchmere-01",
            "OWN",
            Map.of("en", "Larch Street", "zh", "落叶松街店"),
            "Larchmere",
            "north",
            List.of(Capability.values()),
            true);
    private static final PlaceLine CORNER = new PlaceLine(
            "larchmere-02",
            "SHOWROOM",
            Map.of("en", "Larch Galleries, second floor", "zh", "落叶松广场二层"),
            "Larchmere",
            "north",
            List.of(Capability.ORDER),
            false);

    private final Words words;

    SampleOffice(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("people", people());
        pages.put("network", network());
        pages.put("network-place", place());
        pages.put("webhooks", webhooks());
        pages.put(
                "webhooks-none",
                SamplePages.render(
                        "staffWebhooks",
                        new StaffWebhooksPage(frame(), List.of(), WebhookForm.BLANK, null, null, null)));
        return pages;
    }

    private String people() {
        var made = new Invitation("planner-3", "planner", "secret", NOW.plusSeconds(900));
        var link = "https://launch.tern.example/sign-in/Zk1mQ2s0b1hJd2pYb0FqN2xVY1VtN2ZQd2pRcVh3a0E";
        return SamplePages.render("staffPeople", new StaffPeoplePage(frame(), made, link, "", "planner", null));
    }

    private String network() {
        var working = Map.of("centre:north", 12, "larchmere-01", 4);
        return SamplePages.render(
                "staffNetwork",
                new StaffNetworkPage(frame(), List.of(CENTRE, STORE, CORNER), working, "", "larchmere-02"));
    }

    private String place() {
        var staff = List.of(
                new Staff("porter-3", "larchmere-01", "operator-1", NOW.minus(Duration.ofDays(90)), null),
                new Staff("porter-4", "larchmere-01", "operator-2", NOW, null),
                new Staff("porter-1", "larchmere-01", "operator-1", NOW.minus(Duration.ofDays(400)), NOW));
        var made = new Invitation("porter-4", "store", "secret", NOW.plusSeconds(900));
        var link = "https://launch.tern.example/sign-in/Zk1mQ2s0b1hJd2pYb0FqN2xVY1VtN2ZQd2pRcVh3a0E";
        return SamplePages.render("staffPlace", new StaffPlacePage(frame(), STORE, staff, made, link, "", null, null));
    }

    private String webhooks() {
        var fine = webhook("crm", Set.of(Kind.PROMISE_MOVED, Kind.CONSENT_ASKED), 0, null);
        var failing = webhook("warehouse", Set.of(Kind.values()), 1_204, "503 from hooks.tern.example");
        var registered = new Registered(fine, true, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        return SamplePages.render(
                "staffWebhooks",
                new StaffWebhooksPage(
                        frame(), List.of(fine, failing), WebhookForm.of(failing), registered, null, null));
    }

    private static Webhook webhook(String name, Set<Kind> kinds, long waiting, @Nullable String fault) {
        var url = URI.create("https://hooks.tern.example/holdfast/" + name);
        return new Webhook(name, url, kinds, NOW, waiting, fault == null ? 0 : 7, NOW.minusSeconds(60), fault);
    }

    private Frame frame() {
        var session = new Session("operator-1", Set.of("operator"), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/", session, () -> "token", ASSETS);
    }
}
