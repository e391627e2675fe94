package dev.holdfast.guard;

import java.util.List;

/// Every rule about the sources.
public final class Rules {

    public static final List<Rule> ALL = List.of(
            SizeRules.LINES,
            SizeRules.METHODS,
            SizeRules.FILES,
            CallRules.CALLS,
            NameRules.TYPES,
            NameRules.MEMBERS,
            ShapeRules.FIELDS,
            ShapeRules.PACKAGES,
            WordRules.UNFINISHED,
            WordRules.REGISTRIES,
            WordRules.MACHINES,
            SqlRules.JAVA,
            SqlRules.FILES,
            LockRules.KEYS);

    private Rules() {}
}
