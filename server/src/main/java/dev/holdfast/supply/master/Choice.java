package dev.holdfast.supply.master;

/// One choice that a configuration is: its wheels are white.
///
/// @param optionEn the option's name in English, empty where none was given; so are the other names
public record Choice(
        String configuration,
        String option,
        String choice,
        String optionEn,
        String optionZh,
        String choiceEn,
        String choiceZh) {}
