package dev.holdfast.run;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Holdfast;
import dev.holdfast.TestDatabase;
import dev.holdfast.community.answer.Answer;
import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Campaigns;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderState;
import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.Supply;
import dev.holdfast.supply.SupplyEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class SampleWorldTest {
    private final ConfigurableApplicationContext application = started();
    private final Launch launch = application.getBean(Launch.class);
    private final MasterData masterData = application.getBean(MasterData.class);
    private final SampleWorld sample = new SampleWorld(
            launch,
            application.getBean(Supply.class),
            masterData,
            application.getBean(Network.class),
            Instance.sampleWishes(application),
            Clock.systemUTC());
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void stop() {
        application.close();
    }

    @BeforeEach
    void load() {
        sample.load(said::add);
    }

    @Test
    void opensACarInTwentySevenOffersWithAWindowForEach() {
        var car = launch.look(SampleCar.SLUG);
        assertThat(car.state()).isEqualTo(LaunchView.State.OPEN);
        assertThat(car.definition().regions()).hasSize(2);
        assertThat(car.offers()).hasSize(27).allSatisfy(offer -> {
            assertThat(offer.remaining()).isPositive();
            assertThat(offer.promises()).hasSize(2).doesNotContainValue(null);
            assertThat(offer.offer().name()).containsKeys("en", "zh");
        });
    }

    @Test
    void givesPlannersTheCarsPlantInEveryFileAndCommitmentsOfEverySupplier() {
        assertThat(masterData.versions(SampleCar.SLUG, 100)).hasSize(10);
        assertThat(masterData.look(SampleCar.SLUG, "bom", null).version().rows())
                .isEqualTo(3 * (9 * 3 + 5));
        assertThat(masterData.events(SampleCar.SLUG, 0, 1_000).stream()
                        .map(SupplyEvent::supplier)
                        .filter(Objects::nonNull)
                        .distinct())
                .hasSize(6);
    }

    @Test
    void hasSoldScootersWithOrdersInEveryStateAFanCanBringAbout() {
        assertThat(launch.look(SampleScooter.SLUG).state()).isEqualTo(LaunchView.State.CLOSED);
        var orders = launch.orders(SampleScooter.SLUG, null, 0, 100).orders();
        assertThat(orders.stream().collect(groupingBy(Order::state)))
                .containsOnlyKeys(OrderState.HELD, OrderState.PLACED, OrderState.LOCKED, OrderState.CANCELLED);
        assertThat(launch.ordersOf(Welcome.FAN)).hasSize(1);
    }

    @Test
    void runsAPartnersCampaignFiveHoursBeforeItsEndAndALittleShortOfFiveMillion() {
        var trailer = application.getBean(Campaigns.class).progress(SampleTrailer.SLUG);
        assertThat(trailer.launch().state()).isEqualTo(LaunchView.State.OPEN);
        assertThat(trailer.verdict()).isNull();
        var whole = Duration.between(trailer.launch().definition().opensAt(), trailer.endsAt());
        assertThat(whole).isEqualTo(Duration.ofHours(75));
        assertThat(Duration.between(Instant.now(), trailer.endsAt()))
                .isBetween(Duration.ofHours(4), Duration.ofHours(5));
        assertThat(trailer.goal()).isEqualTo(new Money(500_000_000, "CNY"));
        assertThat(trailer.sum()).isEqualTo(new Money(60 * 2_680_000L + 110 * 2_980_000L, "CNY"));
        assertThat(trailer.percent()).isEqualTo(97);
        assertThat(trailer.backers()).isEqualTo(SampleTrailer.PLEDGES);
        assertThat(application.getBean(Campaigns.class).of(SampleTrailer.PARTNER))
                .hasSize(1);
    }

    @Test
    void hasWishesInBothLanguagesWithEveryDecisionAndALoadThatWasKilledIsOnlyFinished() {
        var wishes = application.getBean(Wishes.class);
        var before = wishes.from(0, Wishes.MAX_PAGE);
        assertThat(before).extracting(Wish::language).contains("en", "zh");
        assertThat(before).extracting(Wish::state).contains(WishState.OPEN, WishState.ANSWERED);
        var answers = application.getBean(Answers.class);
        assertThat(before.stream()
                        .flatMap(wish -> answers.ofWish(wish.id()).answers().stream())
                        .map(Answer::decision))
                .containsExactlyInAnyOrder(Decision.values());
        assertThat(application.getBean(AnswerRoles.class).of(Welcome.OPERATOR)).hasSize(1);
        Instance.sampleWishes(application).load("sample-world");
        assertThat(wishes.from(0, Wishes.MAX_PAGE)).isEqualTo(before);
    }

    @Test
    void isLoadedOnceAndLeavesWhatThePersonDidWithIt() {
        launch.close(SampleCar.SLUG, "operator");
        var before = launch.look(SampleScooter.SLUG).line();
        sample.load(said::add);
        assertThat(launch.look(SampleCar.SLUG).state()).isEqualTo(LaunchView.State.CLOSED);
        assertThat(launch.look(SampleScooter.SLUG).line()).isEqualTo(before);
        assertThat(said).hasSize(1);
    }

    private static ConfigurableApplicationContext started() {
        var database = TestDatabase.fresh();
        return new SpringApplicationBuilder(Holdfast.class)
                .properties(Map.of(
                        "server.port", "0",
                        "holdfast.jwt-secret", "a secret for the tests, long enough",
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.user(),
                        "spring.datasource.password", database.password()))
                .run();
    }
}
