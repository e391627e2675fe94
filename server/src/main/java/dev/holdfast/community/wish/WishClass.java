package dev.holdfast.community.wish;

/// What a wish can be about.
///
/// @param answerDays within which a wish of it is to have its official answer
public record WishClass(String name, String english, String chinese, int answerDays) {
    public static final int MAX_DAYS = 365;
    public static final int MAX_NAME = 40;
}
