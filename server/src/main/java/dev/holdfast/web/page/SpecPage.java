package dev.holdfast.web.page;

import dev.holdfast.community.spec.ChangeRecord;
import dev.holdfast.community.spec.Product;
import dev.holdfast.community.spec.PublishedVersion;
import java.util.List;

/// What a product is, version by version, the latest first.
record SpecPage(Frame frame, Product product, List<PublishedVersion> versions) {
    SpecPage {
        versions = List.copyOf(versions);
    }

    Words words() {
        return frame.words();
    }

    String name() {
        return words().name(product.name());
    }

    String heading(PublishedVersion version) {
        return words().say(
                        "spec.version", words().number(version.version()), AnswerBoardPage.day(words(), version.at()));
    }

    /// What became of one attribute, in one sentence.
    static String became(Words words, ChangeRecord published) {
        var change = published.change();
        return words.say("spec.became", words.name(change.from()), words.name(change.to()));
    }
}
