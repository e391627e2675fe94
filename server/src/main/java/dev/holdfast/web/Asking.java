package dev.holdfast.web;

import dev.holdfast.launch.Asker;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who sent a request, as its token says.
///
/// @param email  where the member reads, if the token says so and does not say that it is unverified
/// @param locale the language the member reads, as the token says
record Asking(
        String member,
        Set<String> roles,
        @Nullable String email,
        @Nullable String locale) {
    static final String FAN = "fan";
    static final String OPERATOR = "operator";
    static final String PLANNER = "planner";
    static final String PARTNER = "partner";
    static final String STORE = "store";

    Asking {
        roles = Set.copyOf(roles);
    }

    /// The same with what the token says about mail.
    Asking reading(String address, boolean verified, String language) {
        return address.isEmpty() || !verified ? this : new Asking(member, roles, address, language);
    }

    boolean is(String role) {
        return roles.contains(role);
    }

    /// A fan and nothing more: whose rate is limited.
    boolean onlyFan() {
        return roles.equals(Set.of(FAN));
    }

    Asker asker() {
        return new Asker(member, is(OPERATOR));
    }
}
