package dev.holdfast.community.news;

import dev.holdfast.community.news.WishNews.Kind;
import dev.holdfast.community.wish.WishTalk;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Site;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/// A writer for every kind of news: a kind that had none would be queued, and never leave.
final class WishLetters implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        for (Kind kind : Kind.values()) {
            registry.registerBean(
                    "letter." + WishLetter.word(kind),
                    LetterWriter.class,
                    letter -> letter.supplier(beans -> new WishLetter(
                            kind,
                            beans.bean(NewsStore.class),
                            beans.bean(Wishes.class),
                            beans.bean(WishTalk.class),
                            beans.bean(Site.class))));
        }
    }
}
