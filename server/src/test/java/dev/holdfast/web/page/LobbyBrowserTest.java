package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.WaitingRoom;
import dev.holdfast.launch.lobby.Entered;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The waiting room with a crowd and two people in two browsers, from the lobby until the line has passed the supply,
/// on
/// the real application and its own clock.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LobbyBrowserTest {
    /// Called one a second, those between the two people take a minute and more.
    private static final int CROWD = 90;

    private static final Duration LOBBY = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADDRESS = "/launches/car/lobby";

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void oneIsCalledAndOrdersAndTheOtherIsToldHowItStandsUntilNothingIsLeft() {
        var definition = open();
        try (var first = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true);
                var last = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            enters(first, "fan-first");
            first.sees("lobby.scene.IN");
            first.isAccessible();
            until(() -> site.lobby().look("car").draw() != null);
            crowd();
            enters(last, "fan-last");
            figure();
            comesIn(first);
            waits(last);
            site.supply("car", definition, 8, 1, 0);
            reloadUntil(last, "lobby.left.waitlist");
        }
    }

    /// Whoever enters before the list is frozen takes part in the draw, everybody else stands behind.
    private LaunchDefinition open() {
        var now = Instant.now();
        var room = new WaitingRoom(
                now.minus(Duration.ofHours(1)),
                now.plus(LOBBY),
                "drand quicknet, round 4711, api.drand.sh",
                now.plus(LOBBY).plusSeconds(1),
                1,
                Duration.ofMinutes(10),
                WaitingRoom.LIST_FOR);
        var refusing =
                SampleWorld.definition("Tern One", "燕鸥一号", null, now.plus(LOBBY).plusSeconds(2));
        var definition = waitlisting(refusing).with(parts -> parts.waitingRoom(room));
        site.launch().define("car", definition, "operator-1");
        site.supply("car", definition, 8, 1, 20);
        return definition;
    }

    private static LaunchDefinition waitlisting(LaunchDefinition of) {
        return new LaunchDefinition(
                of.name(),
                of.opensAt(),
                of.revealAt(),
                of.closesAt(),
                of.timeZone(),
                of.currency(),
                of.limitPerMember(),
                of.payWithin(),
                of.lockAfter(),
                BeyondSupply.WAITLIST,
                of.changeKeepsPosition(),
                of.termsVersion(),
                of.regions(),
                of.offers());
    }

    private static void enters(Visit visit, String member) {
        visit.signIn(member);
        visit.go(ADDRESS);
        visit.press("lobby.enter");
        visit.page.waitForURL("**" + ADDRESS);
    }

    private void crowd() {
        for (int number = 0; number < CROWD; number++) {
            site.lobby().enter("car", "crowd-" + number);
        }
    }

    /// As soon as it can be known.
    private void figure() {
        until(() -> Instant.now().isAfter(site.lobby().look("car").room().figureAt()));
        site.lobby().figure("car", "round 4711: 8d5b", "operator-1");
        until(() -> site.lobby().find("car", "fan-last").map(Entered::place).isPresent());
    }

    private void comesIn(Visit visit) {
        reloadUntil(visit, "lobby.scene.CALLED");
        visit.isAccessible();
        visit.press("lobby.comeIn");
        visit.page.waitForURL("**/launches/car");
        visit.pickAndOrder("Pro", "green");
        visit.seesState("HELD");
    }

    /// The place, how many are in front, the minutes, and what is left for whoever stands there.
    private static void waits(Visit visit) {
        reloadUntil(visit, "lobby.scene.WAITING");
        visit.sees("lobby.ahead");
        assertThat(visit.page.locator(".mine .figure")).hasText(visit.words.number(CROWD + 2));
        assertThat(visit.page.locator("[data-wait]")).containsText("\u5206\u949f");
        visit.sees("lobby.left");
        assertThat(visit.page.locator(".told dd").first()).not().isEmpty();
    }

    private static void reloadUntil(Visit visit, String sentence) {
        until(() -> {
            visit.go(ADDRESS);
            return visit.page.locator("main").innerText().contains(visit.words.say(sentence));
        });
    }

    private static void until(BooleanSupplier done) {
        var end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("It did not come to that within " + PATIENCE);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopping);
        }
    }
}
