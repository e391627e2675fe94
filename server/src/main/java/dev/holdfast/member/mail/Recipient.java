package dev.holdfast.member.mail;

/// Who gets a letter, and in which language.
///
/// @param member   empty when only the address is known
/// @param language `en` or `zh`
public record Recipient(String member, MailAddress address, String language) {}
