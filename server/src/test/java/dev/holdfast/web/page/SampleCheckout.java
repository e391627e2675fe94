package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.member.Session;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The ways to pay a deposit, rendered from the sample world without a server.
final class SampleCheckout {
    private static final Assets ASSETS = new Assets();

    private final Words words;

    SampleCheckout(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("checkout-code", page("wechat", null, QrCode.of("weixin://wxpay/bizpayurl?pr=p4lpSuKzz")));
        pages.put("checkout-leave", page("stripe", URI.create("https://checkout.stripe.com/c/pay/cs_1"), null));
        pages.put("order-ways", order(List.of("stripe", "wechat", "sandbox")));
        pages.put("order-no-way", order(List.of()));
        return pages;
    }

    private String page(String way, @Nullable URI leave, @Nullable QrCode code) {
        var launch = SampleWorld.launch(State.OPEN, SampleWorld.car());
        return SamplePages.render(
                "checkout", new CheckoutPage(frame(), SampleWorld.held().order(), launch, way, leave, code));
    }

    private String order(List<String> ways) {
        var launch = SampleWorld.launch(State.OPEN, SampleWorld.car());
        var picture = Pictures.order(SampleWorld.curve(90), SampleWorld.held(), words);
        return new SampleOrder(frame(), SampleWorld.held(), launch)
                .picture(picture)
                .ways(ways)
                .render();
    }

    private Frame frame() {
        var session = new Session(SampleWorld.MEMBER, Set.of("fan"), NOW, NOW.plus(Duration.ofDays(90)));
        return new Frame(words, "/", session, () -> "token", ASSETS);
    }
}
