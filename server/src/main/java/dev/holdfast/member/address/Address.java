package dev.holdfast.member.address;

/// Where to deliver, as its member writes it.
///
/// @param lines street and number, more than one line where it takes them
/// @param country two letters, ISO 3166
public record Address(
        String recipient, String phone, String lines, String city, String region, String postcode, String country) {}
