package dev.holdfast.service.quality;

import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Site;
import dev.holdfast.service.quality.StopNews.Kind;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/// A writer for every kind of news: a kind that had none would be queued, and never leave.
final class StopLetters implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        for (Kind kind : Kind.values()) {
            registry.registerBean(
                    "letter." + kind.word(),
                    LetterWriter.class,
                    letter -> letter.supplier(beans -> new StopLetter(kind, beans.bean(Site.class))));
        }
    }
}
