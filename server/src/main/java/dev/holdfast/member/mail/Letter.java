package dev.holdfast.member.mail;

/// What a letter says. Plain text: it reads the same everywhere, and nothing in it can be run or load a picture.
public record Letter(String subject, String text) {}
