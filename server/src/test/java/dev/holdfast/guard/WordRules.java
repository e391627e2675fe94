package dev.holdfast.guard;

import java.util.List;
import java.util.regex.Pattern;

/// What no file of the repository says, whatever its kind. The patterns are written so that they do not match
/// themselves.
final class WordRules {

    static final Rule UNFINISHED = new TextRule(
            "nothing is left for later in a comment",
            source -> true,
            TextRule.noLineMatches(
                    Pattern.compile("\\b(FIX[M]E|TO[D]O|X[X]X|HA[C]K)\\b"), "do it now, or open an issue"),
            List.of(
                    Source.ofProduct("launch/Some.java", "// FIX" + "ME: later"),
                    new Source("docs/some.md", "- TO" + "DO: explain")),
            List.of(Source.ofProduct("launch/Some.java", "// what remains to do is said in the issue")));

    /// Where packages come from is the business of each machine's settings, not of the sources; only the wrapper has to
    /// name a place, as it runs before any settings are read.
    static final Rule REGISTRIES = new TextRule(
            "no file but the wrapper's settings names a host of a package registry",
            source -> !source.path().equals(".mvn/wrapper/maven-wrapper.properties"),
            TextRule.noLineMatches(
                    Pattern.compile("repo1?\\.maven\\.(apache\\.)?org|registry\\.npmjs\\.|npm[m]irror\\.|pypi\\.org"
                            + "|plugins\\.gradle\\.org|maven\\.aliyun|jitpack\\.io|cdn\\.jsdelivr|unpkg\\.com"
                            + "|\\b[\\w.-]*(artifactory|nexus)[\\w.-]*\\.(com|org|net|internal|local)"),
                    "leave it to the settings of the machine that builds"),
            List.of(
                    new Source("pom.xml", "<url>https://repo1.maven" + ".org/maven2</url>"),
                    new Source("server/src/main/jte/page.jte", "<script src='https://cdn" + ".jsdelivr.net/npm/x'>")),
            List.of(new Source("pom.xml", "http://maven.apache.org/POM/4.0.0")));

    static final Rule MACHINES = new TextRule(
            "no file names a folder of one particular machine",
            source -> true,
            TextRule.noLineMatches(
                    Pattern.compile("(?<![\\w.})~-])/(root|work|Users/\\w+|home/(?!holdfast)\\w+|tmp/\\w+)(?=/)"),
                    "use a path from the repository, or a temporary folder"),
            List.of(
                    Source.ofProduct("run/Some.java", "Path.of(\"/ro" + "ot/.m2/repository\")"),
                    new Source("docs/some.md", "run it in /home/" + "someone/holdfast")),
            List.of(new Source("docs/some.md", "the JDK is looked for in /usr/lib/jvm and in server/work/some")));

    private WordRules() {}
}
