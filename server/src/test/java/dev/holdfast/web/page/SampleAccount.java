package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.launch.Order;
import dev.holdfast.member.Session;
import dev.holdfast.member.passkey.Passkey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pages of a member's own account, rendered from the sample world without a server.
final class SampleAccount {
    private static final Templates TEMPLATES = new Templates();
    private static final Assets ASSETS = new Assets();

    private final Words words;

    SampleAccount(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("account", account());
        pages.put("erase", render("erase", new ErasePage(frame(), List.of(), null)));
        pages.put(
                "erase-orders",
                eraseWith(SampleWorld.held().order(), SampleWorld.moved().order()));
        return pages;
    }

    private String account() {
        var sessions = List.of(session(Duration.ZERO), session(Duration.ofDays(3)), session(Duration.ofDays(61)));
        var passkeys = List.of(
                new Passkey("cGhvbmU", words == Words.ENGLISH ? "My phone" : "我的手机", NOW, NOW),
                new Passkey("a2V5", words == Words.ENGLISH ? "The key on my ring" : "钥匙扣上的密钥", NOW, null));
        return render("account", new AccountPage(frame(), "fan-000123@example.com", null, sessions, passkeys, null));
    }

    private String eraseWith(Order... orders) {
        var rows = List.of(orders).stream()
                .map(order -> new MyOrdersPage.Row(order, SampleWorld.car()))
                .toList();
        return render("erase", new ErasePage(frame(), rows, null));
    }

    private static Session session(Duration ago) {
        var created = NOW.minus(ago);
        return new Session(SampleWorld.MEMBER, Set.of("fan"), created, created.plus(Duration.ofDays(90)));
    }

    private Frame frame() {
        return new Frame(words, "/account", session(Duration.ZERO), () -> "token", ASSETS);
    }

    private static String render(String template, Object page) {
        return new String(TEMPLATES.render(template, page).plain(), StandardCharsets.UTF_8);
    }
}
