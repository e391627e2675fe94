package dev.holdfast.member.personal;

import java.util.Map;
import java.util.regex.Pattern;

/// A member's name within words that others wrote: what an operator gave as a reason, what a program called an
/// activity.
public final class NameInText {
    private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}_]");

    /// Chinese and Japanese put no blanks between words.
    private static final String UNSPACED = "[぀-ヿ㐀-鿿]";

    private static final String BEGINS = "((?<![[:alnum:]_])|(?<=%1$s)|(?=%1$s))".formatted(UNSPACED);
    private static final String ENDS = "((?![[:alnum:]_])|(?=%1$s)|(?<=%1$s))".formatted(UNSPACED);

    private NameInText() {}

    /// A regular expression of PostgreSQL that finds the name, but not where it is a part of a longer one: without
    /// `ann` there are still plans.
    public static String pattern(String member) {
        return BEGINS + SPECIAL.matcher(member).replaceAll("\\\\$0") + ENDS;
    }

    /// What statements are given that put a pseudonym in a member's place, in rows and in words: `:member`,
    /// `:pseudonym`, and `:name`, the pattern.
    public static Map<String, String> replacing(String member, String pseudonym) {
        return Map.of("member", member, "pseudonym", pseudonym, "name", pattern(member));
    }
}
