package dev.holdfast.community.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.community.answer.Boilerplate.Sentence;
import dev.holdfast.community.answer.Boilerplate.Use;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoilerplateTest {

    private static List<Sentence> english(String text) {
        return Boilerplate.sentences(Map.of("en", text));
    }

    private static List<Sentence> chinese(String text) {
        return Boilerplate.sentences(Map.of("zh", text));
    }

    private static String digest(String text) {
        return english(text).getFirst().digest();
    }

    @Test
    void a_reason_is_cut_into_sentences_in_both_languages() {
        assertEquals(
                2,
                english("We pass it on to our engineers. Thank you for your patience!")
                        .size());
        assertEquals(2, chinese("我们已将建议转给工程团队。感谢您的耐心等待和支持!").size());
        assertEquals(
                2,
                english("We pass it on to our engineers\nThank you for your patience")
                        .size());
    }

    @Test
    void neither_capitals_nor_commas_nor_numbers_nor_width_make_another_sentence() {
        String first = digest("We pass it on, with number 12, to our engineers");
        assertEquals(first, digest("we PASS it on with Number 347 to our engineers!"));
        assertEquals(first, digest("We pass it on with number ７ to our engineers"));
        assertNotEquals(first, digest("We pass it on to our designers, with number 12"));
    }

    @Test
    void the_same_letters_in_another_language_are_another_sentence() {
        assertNotEquals(
                digest("Fast charging at 22 kW"),
                chinese("Fast charging at 22 kW").getFirst().digest());
    }

    @Test
    void a_courtesy_is_not_looked_at_unless_it_is_all_there_is() {
        assertEquals(
                1,
                english("Thanks. The socket moves to the left side in spring.").size());
        assertEquals(1, english("Thanks.").size());
        assertEquals(1, english("Thanks. Sorry.").size());
    }

    @Test
    void a_sentence_said_twice_weighs_twice_and_is_listed_once() {
        List<Sentence> sentences = english("Charging is a safety matter. Charging is a safety matter.");
        assertEquals(1, sentences.size());
        assertEquals(
                2 * "chargingisasafetymatter".length(), sentences.getFirst().letters());
    }

    @Test
    void half_of_the_letters_in_reused_sentences_make_it_one_from_a_mold() {
        Sentence reused = new Sentence("en", "a", 50, "1");
        Sentence own = new Sentence("en", "b", 50, "2");
        assertTrue(Boilerplate.molds(List.of(new Use(reused, 2), new Use(own, 0))));
        Sentence longer = new Sentence("en", "b", 51, "2");
        assertFalse(Boilerplate.molds(List.of(new Use(reused, 2), new Use(longer, 0))));
    }

    @Test
    void a_sentence_is_reused_once_three_wishes_were_answered_with_it() {
        Sentence sentence = new Sentence("en", "a", 50, "1");
        assertFalse(Boilerplate.molds(List.of(new Use(sentence, 1))));
        assertTrue(Boilerplate.molds(List.of(new Use(sentence, 2))));
    }

    @Test
    void one_language_from_a_mold_is_enough() {
        Use own = new Use(new Sentence("en", "a", 500, "1"), 0);
        Use reused = new Use(new Sentence("zh", "b", 20, "2"), 9);
        assertTrue(Boilerplate.molds(List.of(own, reused)));
    }
}
