package dev.holdfast.launch.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.member.mail.Sentences;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LettersTest {
    private final Function<String, Sentences> sentences = Sentences.beside(OrderLetter.class);

    @Test
    void bothLanguagesHoldTheSameSentencesWithTheSamePlaces() {
        Sentences english = sentences.apply("en");
        Sentences chinese = sentences.apply("zh");
        assertThat(new TreeSet<>(chinese.keys())).isEqualTo(new TreeSet<>(english.keys()));
        for (String key : english.keys()) {
            assertThat(places(chinese.say(key))).as(key).isEqualTo(places(english.say(key)));
            assertThat(chinese.say(key)).as(key).isNotBlank().doesNotContain("!", "！");
        }
    }

    @Test
    void everyKindHasASubject() {
        for (Kind kind : Kind.values()) {
            assertThat(sentences.apply("en").keys()).contains("subject." + kind.word());
        }
    }

    private static int places(String sentence) {
        return (int) Arrays.stream(new String[] {"{0}", "{1}", "{2}"})
                .filter(sentence::contains)
                .count();
    }
}
