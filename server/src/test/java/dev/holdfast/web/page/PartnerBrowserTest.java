package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.Campaign.Funding;
import dev.holdfast.launch.Campaign.Partner;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Mode;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A partner company reads its own campaigns, and nothing of anybody else's.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerBrowserTest {
    private static final long PRICE = 40_000;

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        site.launch().define("lantern", definition("Lantern", "partner-7"), "operator-1");
        site.launch().define("kettle", definition("Kettle", "partner-8"), "operator-1");
        site.place("lantern", "backer-of-the-lantern", "normal");
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    private static LaunchDefinition definition(String name, String partner) {
        var end = Instant.now().plus(Duration.ofHours(5));
        var campaign = new Campaign(
                Funding.ALL_OR_NOTHING,
                1_000_000,
                List.of(),
                List.of(),
                List.of(),
                Duration.ofDays(7),
                null,
                new Partner(partner, 7_000, 150),
                List.of(),
                null);
        return new LaunchDefinition(
                        Map.of("en", name, "zh", name),
                        end.minus(Duration.ofHours(75)),
                        null,
                        end,
                        ZoneOffset.UTC,
                        "CNY",
                        2,
                        Duration.ofMinutes(15),
                        Duration.ofDays(7),
                        BeyondSupply.WAITLIST,
                        true,
                        null,
                        List.of(),
                        List.of(new Offer("normal", Map.of("en", "Standard", "zh", "标准"), PRICE, PRICE)))
                .with(parts -> parts.mode(Mode.CROWDFUND).campaign(campaign));
    }

    @Test
    void aCompanyReadsItsOwnCampaignsAndNobodyElses() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, true)) {
            visit.page.navigate(site.signInLink("partner-7", "partner"));
            visit.press("signIn.button");
            visit.page.waitForURL(site.address("/partner"));
            visit.isAccessible();
            assertThat(visit.page.locator("tbody tr").count()).isEqualTo(1);
            assertThat(visit.page.locator("tbody").innerText())
                    .contains("Lantern")
                    .doesNotContain("Kettle");
            visit.page.getByText("Lantern").click();
            visit.page.waitForURL(site.address("/partner/lantern"));
            visit.isAccessible();
            visit.sees("partner.rule", "1.5", "70");
            visit.sees("partner.rows.none");
            assertThat(visit.page.content())
                    .contains(Words.ENGLISH.money(new Money(PRICE, "CNY")))
                    .doesNotContain("backer-of-the-lantern");
            assertThat(visit.page.navigate(site.address("/partner/kettle")).status())
                    .isEqualTo(404);
            visit.forgive("404");
        }
    }

    @Test
    void aBackerIsNoPartner() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.CHINESE, false)) {
            visit.signIn("backer-of-the-lantern");
            assertThat(visit.page.navigate(site.address("/partner/lantern")).status())
                    .isEqualTo(403);
            visit.forgive("403");
        }
    }
}
