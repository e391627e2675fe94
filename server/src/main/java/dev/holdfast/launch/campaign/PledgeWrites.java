package dev.holdfast.launch.campaign;

import dev.holdfast.launch.OrderId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a batch writes of a campaign, gathered in the order it came about.
public final class PledgeWrites {
    final Set<Pledge> created = new LinkedHashSet<>();
    final Set<Pledge> changed = new LinkedHashSet<>();
    final List<Granted> granted = new ArrayList<>();
    final List<Due> due = new ArrayList<>();
    final List<Said> said = new ArrayList<>();

    /// A new authorisation.
    record Granted(OrderId order, Pledge.Authorised authorised, long amount, String currency) {}

    /// @param act what the provider is to be asked for now; null: nothing more, ever
    record Due(Pledge.Authorised authorised, @Nullable Act act) {}

    /// @param kind in the past tense, a word that news are told by
    record Said(OrderId order, String kind) {}

    public void create(Pledge pledge) {
        created.add(pledge);
    }

    public void touch(Pledge pledge) {
        if (!created.contains(pledge)) {
            changed.add(pledge);
        }
    }

    public void grant(OrderId order, Pledge.Authorised authorised, long amount, String currency) {
        granted.add(new Granted(order, authorised, amount, currency));
    }

    public void ask(Pledge.Authorised authorised, Act act) {
        due.add(new Due(authorised, act));
    }

    /// Nothing is to be asked about it any more.
    public void over(Pledge.Authorised authorised) {
        due.add(new Due(authorised, null));
    }

    public void say(OrderId order, PledgeNews news) {
        said.add(new Said(order, news.word()));
    }

    /// Where the course alone changed, the batch has something to write too.
    public boolean isEmpty(@Nullable Course course) {
        return created.isEmpty()
                && changed.isEmpty()
                && granted.isEmpty()
                && due.isEmpty()
                && said.isEmpty()
                && (course == null || !course.changed());
    }
}
