package dev.holdfast.web;

import dev.holdfast.community.integrity.Appeals;
import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.merge.MergeAnswers;
import dev.holdfast.community.merge.MergeSuggestions;
import dev.holdfast.community.merge.Merges;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.VoteJournal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The doors of what becomes of votes.
@Configuration(proxyBeanMethods = false)
class VoteDoorBeans {
    @Bean
    static MergeDoor mergeDoor(
            Merges merges, MergeAnswers answers, MergeSuggestions suggestions, Aliases aliases, Doorkeeper doorkeeper) {
        return new MergeDoor(merges, answers, suggestions, aliases, doorkeeper);
    }

    @Bean
    static IntegrityDoor integrityDoor(Integrity integrity, Appeals appeals, Doorkeeper doorkeeper) {
        return new IntegrityDoor(integrity, appeals, doorkeeper);
    }

    @Bean
    static TallyDoor tallyDoor(Tallies tallies, VoteJournal journal, Doorkeeper doorkeeper) {
        return new TallyDoor(tallies, journal, doorkeeper);
    }
}
