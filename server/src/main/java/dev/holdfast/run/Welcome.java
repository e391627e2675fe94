package dev.holdfast.run;

import dev.holdfast.member.Members;
import java.net.URI;
import java.util.Set;

/// What the person at the terminal needs next: where it is, and links that sign in without a password, once.
///
/// Who can read this terminal can read the data folder too, so a link on it gives away nothing new.
final class Welcome {
    static final String FAN = "fan-000123";
    static final String OPERATOR = "operator";

    private Welcome() {}

    static void say(URI address, Members members, boolean playMoney, Progress progress) {
        progress.say("");
        progress.say("Holdfast is ready at " + address + "   (Ctrl-C stops it)");
        progress.say("");
        progress.say("  Sign in as operator   " + link(address, members, OPERATOR, OPERATOR));
        if (playMoney) {
            progress.say("  Try as " + FAN + "     " + link(address, members, FAN, "fan"));
        }
        progress.say("");
        progress.say("  A link works once, within 15 minutes; ./holdfast sign-in prints a new one.");
    }

    private static URI link(URI address, Members members, String member, String role) {
        return address.resolve("/sign-in/" + members.signInLink(member, Set.of(role)));
    }
}
