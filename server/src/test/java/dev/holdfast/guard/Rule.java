package dev.holdfast.guard;

import java.util.List;

/// One rule about the sources, with what proves that it works.
///
/// The interface asks for the proof on purpose: nobody can add a rule without a breach that it must catch.
public interface Rule {

    /// The rule in one plain sentence.
    String sentence();

    Look look(List<Source> sources);

    /// Sources of which each, alone, breaks the rule.
    List<Source> breaches();

    /// Sources of which each, alone, is looked at and keeps the rule.
    List<Source> fair();
}
