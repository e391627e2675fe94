package dev.holdfast.guard;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// A Java file read by the compiler's own parser: what a rule says about code then never trips over a comment or a
/// string that merely looks like code.
record JavaSource(Source source, CompilationUnitTree unit, SourcePositions positions) {

    static List<JavaSource> parse(List<Source> sources) {
        List<InMemory> files = sources.stream().map(InMemory::new).toList();
        Map<URI, Source> byPlace = files.stream().collect(toMap(InMemory::toUri, file -> file.source));
        if (files.isEmpty()) {
            return List.of();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, fault -> {}, null, null, files);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<JavaSource> parsed = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                Source source = requireNonNull(byPlace.get(unit.getSourceFile().toUri()));
                parsed.add(new JavaSource(source, unit, positions));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return parsed;
    }

    /// Shows every part of the file to the visitor, parents before children.
    void each(Consumer<Tree> visitor) {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
                if (tree != null) {
                    visitor.accept(tree);
                }
                return super.scan(tree, null);
            }
        }.scan(unit, null);
    }

    long firstLine(Tree tree) {
        return line(positions.getStartPosition(unit, tree));
    }

    long lastLine(Tree tree) {
        return line(positions.getEndPosition(unit, tree));
    }

    /// What the compiler adds by itself (a default constructor) has no place in the text: it counts as line 1.
    private long line(long position) {
        return position < 0 ? 1 : unit.getLineMap().getLineNumber(position);
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final Source source;

        InMemory(Source source) {
            super(URI.create("memory:///" + source.path()), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.text();
        }

        /// The parser asks whether a class may live in a file of this name; the rules do not care.
        @Override
        public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
            return true;
        }
    }
}
