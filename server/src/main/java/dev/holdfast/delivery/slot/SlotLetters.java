package dev.holdfast.delivery.slot;

import dev.holdfast.delivery.slot.SlotNews.Kind;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Site;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/// A writer for every kind of news: a kind that had none would be queued, and never leave.
final class SlotLetters implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        for (Kind kind : Kind.values()) {
            registry.registerBean(
                    "letter." + kind.word(),
                    LetterWriter.class,
                    letter -> letter.supplier(beans -> new SlotLetter(kind, beans.bean(Site.class))));
        }
    }
}
