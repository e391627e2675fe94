package dev.holdfast.guard;

import java.util.List;
import java.util.function.Predicate;

/// A rule that judges the code of one Java file at a time.
record JavaRule(String sentence, Predicate<Source> where, Judge judge, List<Source> breaches, List<Source> fair)
        implements Rule {

    interface Judge {
        void judge(JavaSource java, Look.Taking look);
    }

    @Override
    public Look look(List<Source> sources) {
        List<Source> ours =
                sources.stream().filter(Source::isJava).filter(where).toList();
        Look.Taking look = new Look.Taking();
        JavaSource.parse(ours).forEach(java -> judge.judge(java, look));
        return look.taken();
    }
}
