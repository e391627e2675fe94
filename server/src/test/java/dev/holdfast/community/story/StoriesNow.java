package dev.holdfast.community.story;

import org.springframework.context.ApplicationContext;

/// Lets owners be told of rights that are over now rather than within the clock's round.
public final class StoriesNow {
    private StoriesNow() {}

    public static void tell(ApplicationContext context) {
        StoryRights rights = context.getBean(StoryRights.class);
        while (rights.round()) {
            // One page at a time.
        }
    }
}
