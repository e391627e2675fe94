package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.Window;
import dev.holdfast.launch.news.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern SAID = Pattern.compile("\\b(?:say|count)\\(\\s*\"([a-z][\\w.]*[\\w])\"");
    private static final Pattern HALF_MARK = Pattern.compile("[\\u4e00-\\u9fff][,:;?!]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Words.CHINESE.keys()).isEqualTo(Words.ENGLISH.keys());
    }

    @Test
    void bothLanguagesHaveTheSamePlacesInEverySentence() {
        for (var key : Words.ENGLISH.keys()) {
            assertThat(places(Words.CHINESE.say(key))).as(key).isEqualTo(places(Words.ENGLISH.say(key)));
        }
    }

    /// On pages and in letters: a half comma among characters looks like a slip to whoever reads Chinese.
    @Test
    void chineseSentencesHaveChineseMarks() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            var chinese = files.filter(file -> file.toString().endsWith("_zh.properties"))
                    .toList();
            assertThat(chinese).hasSizeGreaterThan(30);
            for (var file : chinese) {
                assertThat(Files.readAllLines(file).stream()
                                .filter(line -> HALF_MARK.matcher(line).find()))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    private static Set<String> places(String sentence) {
        var places = new TreeSet<String>();
        PLACE.matcher(sentence).results().forEach(found -> places.add(found.group()));
        return places;
    }

    @Test
    void everySentenceThatIsAskedForIsThere() throws IOException {
        var said = new TreeSet<String>();
        for (var folder : new String[] {"src/main/jte", "src/main/java/dev/holdfast/web/page"}) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    SAID.matcher(Files.readString(file)).results().forEach(found -> said.add(found.group(1)));
                }
            }
        }
        assertThat(said).hasSizeGreaterThan(100);
        said.removeIf(key -> Words.ENGLISH.keys().contains(key + ".one"));
        assertThat(Words.ENGLISH.keys()).containsAll(said);
    }

    @Test
    void everyStateHasAName() {
        var keys = Words.ENGLISH.keys();
        assertThat(Arrays.stream(OrderState.values()).map(state -> "state." + state))
                .allMatch(keys::contains);
        assertThat(Arrays.stream(LaunchView.State.values()).map(state -> "launch.state." + state))
                .allMatch(keys::contains);
    }

    @Test
    void everyKindOfNewsHasAName() {
        assertThat(Arrays.stream(Kind.values()).map(kind -> "webhook.event." + kind))
                .allMatch(Words.ENGLISH.keys()::contains);
    }

    @Test
    void everyRefusalHasAName() {
        var keys = Words.ENGLISH.keys();
        assertThat(Arrays.stream(Refusal.class.getPermittedSubclasses())
                        .map(reason -> "refusal." + reason.getSimpleName()))
                .hasSizeGreaterThan(5)
                .allMatch(keys::contains);
    }

    @Test
    void refundableDepositsAreNeverCalledBindingInChinese() {
        // 订金 is refundable, 定金 is binding in law; the second may be said only of what follows a lock.
        for (var key :
                new String[] {"offer.deposit", "rule.refundable", "cancel.text.PLACED", "pay.rule", "order.deposit"}) {
            assertThat(Words.CHINESE.say(key)).doesNotContain("定金");
        }
        assertThat(Words.CHINESE.say("lock.text")).contains("定金");
    }

    @Test
    void weeksAreRangesOfDates() {
        var inside = Window.ofWeek(LocalDate.parse("2027-08-02"));
        var across = Window.ofWeek(LocalDate.parse("2027-08-30"));
        var newYear = Window.ofWeek(LocalDate.parse("2026-12-28"));
        assertThat(Words.ENGLISH.window(inside)).isEqualTo("2–8 August 2027");
        assertThat(Words.ENGLISH.window(across)).isEqualTo("30 August – 5 September 2027");
        assertThat(Words.ENGLISH.window(newYear)).isEqualTo("28 December 2026 – 3 January 2027");
        assertThat(Words.CHINESE.window(inside)).isEqualTo("2027年8月2日–8日");
        assertThat(Words.CHINESE.window(across)).isEqualTo("2027年8月30日–9月5日");
    }

    @Test
    void moneyShowsCentsOnlyWhereThereAreAny() {
        assertThat(Words.CHINESE.money(new Money(27_990_000, "CNY"))).isEqualTo("¥279,900");
        assertThat(Words.ENGLISH.money(new Money(27_990_000, "CNY"))).isEqualTo("CN¥279,900");
        assertThat(Words.ENGLISH.money(new Money(1_050, "EUR"))).isEqualTo("€10.50");
        assertThat(Words.ENGLISH.money(new Money(5_000, "JPY"))).isEqualTo("JP¥5,000");
    }

    @Test
    void instantsSayTheirOffset() {
        var at = Instant.parse("2026-11-20T12:00:00Z");
        assertThat(Words.ENGLISH.instant(at, ZoneId.of("Asia/Shanghai"))).isEqualTo("20 November 2026, 20:00 UTC+8");
        assertThat(Words.CHINESE.instant(at, ZoneId.of("Asia/Kolkata"))).isEqualTo("2026年11月20日 17:30 UTC+5:30");
        assertThat(Words.ENGLISH.instant(at, ZoneId.of("UTC"))).isEqualTo("20 November 2026, 12:00 UTC");
    }

    @Test
    void aCountdownShowsDaysOnlyWhenThereAreSome() {
        assertThat(Words.ENGLISH.countdown(Duration.ofSeconds(75))).isEqualTo("00:01:15");
        assertThat(Words.ENGLISH.countdown(Duration.ofHours(25))).isEqualTo("1 day 01:00:00");
        assertThat(Words.CHINESE.countdown(Duration.ofSeconds(-5))).isEqualTo("00:00:00");
    }
}
