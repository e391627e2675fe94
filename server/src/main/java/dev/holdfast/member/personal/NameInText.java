package dev.holdfast.member.personal;

import java.util.regex.Pattern;

/// A member's name within words that others wrote: what an operator gave as a reason, what a program called an
/// activity.
public final class NameInText {
    private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}_]");

    private NameInText() {}

    /// A regular expression of PostgreSQL that finds the name, but not where it is a part of a longer one: without
    /// `ann`
    /// there are still plans.
    public static String pattern(String member) {
        return "(?<![[:alnum:]_])" + SPECIAL.matcher(member).replaceAll("\\\\$0") + "(?![[:alnum:]_])";
    }
}
