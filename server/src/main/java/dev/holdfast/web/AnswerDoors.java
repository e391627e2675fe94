package dev.holdfast.web;

import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.export.Exports;
import dev.holdfast.community.round.QuestionRounds;
import dev.holdfast.community.spec.Specs;
import dev.holdfast.community.spec.Verdicts;
import dev.holdfast.launch.Launch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The doors of what becomes of wishes: answers, specs, and what owners say.
@Configuration(proxyBeanMethods = false)
class AnswerDoors {
    @Bean
    static AnswerDoor answerDoor(Answers answers, AnswerRoles roles, Doorkeeper doorkeeper) {
        return new AnswerDoor(answers, roles, doorkeeper);
    }

    @Bean
    static ExportDoor exportDoor(Exports exports, Doorkeeper doorkeeper) {
        return new ExportDoor(exports, doorkeeper);
    }

    @Bean
    static RoundDoor roundDoor(QuestionRounds rounds, Doorkeeper doorkeeper) {
        return new RoundDoor(rounds, doorkeeper);
    }

    @Bean
    static SpecDoor specDoor(Specs specs, Launch launch, Doorkeeper doorkeeper) {
        return new SpecDoor(specs, launch, doorkeeper);
    }

    @Bean
    static VerdictDoor verdictDoor(Verdicts verdicts, Doorkeeper doorkeeper) {
        return new VerdictDoor(verdicts, doorkeeper);
    }
}
