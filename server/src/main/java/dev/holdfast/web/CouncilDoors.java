package dev.holdfast.web;

import dev.holdfast.community.council.Councils;
import dev.holdfast.community.council.Suggestions;
import dev.holdfast.community.story.Stories;
import dev.holdfast.community.story.StoryDesk;
import dev.holdfast.community.wish.Aliases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The doors of councils and of owners' stories.
@Configuration(proxyBeanMethods = false)
class CouncilDoors {
    @Bean
    static CouncilDoor councilDoor(Councils councils, Suggestions suggestions, Aliases aliases, Doorkeeper doorkeeper) {
        return new CouncilDoor(councils, suggestions, aliases, doorkeeper);
    }

    @Bean
    static CouncilDeskDoor councilDeskDoor(
            Councils councils, Suggestions suggestions, Aliases aliases, Doorkeeper doorkeeper) {
        return new CouncilDeskDoor(councils, suggestions, aliases, doorkeeper);
    }

    @Bean
    static StoryDoor storyDoor(Stories stories, Aliases aliases, Doorkeeper doorkeeper) {
        return new StoryDoor(stories, aliases, doorkeeper);
    }

    @Bean
    static StoryDeskDoor storyDeskDoor(Stories stories, StoryDesk desk, Aliases aliases, Doorkeeper doorkeeper) {
        return new StoryDeskDoor(stories, desk, aliases, doorkeeper);
    }
}
