package dev.holdfast.community.referral;

import org.springframework.context.ApplicationContext;

/// Follows friends' orders at once instead of some seconds later, for tests of other packages.
public final class FollowNow {
    private FollowNow() {}

    public static void follow(ApplicationContext context) {
        while (context.getBean(ReferralClock.class).round()) {
            Thread.onSpinWait();
        }
    }
}
