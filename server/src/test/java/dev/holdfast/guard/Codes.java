package dev.holdfast.guard;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The stable codes by which callers know an outcome, read from where the product says them: as the second value of a
/// `Problem`, and after the status where an answer is written.
public final class Codes {

    private static final Pattern CODE = Pattern.compile("[a-z]+(_[a-z]+)*");

    /// A row of the page begins with its code: `sold_out`, then its status.
    private static final Pattern ROW = Pattern.compile("^\\|\\s*`([a-z_]+)`", Pattern.MULTILINE);

    private final Map<String, String> constants = new HashMap<>();
    private final NavigableSet<String> found = new TreeSet<>();

    private Codes() {}

    public static NavigableSet<String> saidBy(List<Source> sources) {
        Codes codes = new Codes();
        List<JavaSource> product = JavaSource.parse(sources.stream()
                .filter(Source::isJava)
                .filter(Source::isOfProduct)
                .toList());
        product.forEach(java -> java.each(codes::learnConstant));
        product.forEach(java -> java.each(codes::read));
        return codes.found;
    }

    public static NavigableSet<String> toldBy(Source page) {
        NavigableSet<String> told = new TreeSet<>();
        var row = ROW.matcher(page.text());
        while (row.find()) {
            told.add(row.group(1));
        }
        return told;
    }

    private void learnConstant(Tree tree) {
        if (tree instanceof VariableTree variable
                && variable.getInitializer() instanceof LiteralTree literal
                && literal.getValue() instanceof String text) {
            constants.put(variable.getName().toString(), text);
        }
    }

    private void read(Tree tree) {
        if (tree instanceof NewClassTree made) {
            List<? extends ExpressionTree> values = made.getArguments();
            if (made.getIdentifier().toString().equals("Problem") && values.size() > 1) {
                add(text(values.get(1)));
            }
            readAfterStatus(values);
        }
        if (tree instanceof MethodInvocationTree call) {
            if (call.getMethodSelect().toString().equals("unauthenticated")) {
                add(text(call.getArguments().getFirst()));
            }
            readAfterStatus(call.getArguments());
        }
    }

    private void readAfterStatus(List<? extends ExpressionTree> values) {
        for (int at = 1; at < values.size(); at++) {
            if (isStatus(values.get(at - 1))) {
                add(text(values.get(at)));
            }
        }
    }

    private static boolean isStatus(ExpressionTree argument) {
        return argument instanceof LiteralTree literal
                && literal.getValue() instanceof Integer number
                && number >= 400
                && number < 600;
    }

    private @Nullable String text(ExpressionTree argument) {
        return switch (argument) {
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case IdentifierTree name -> constants.get(name.getName().toString());
            case MemberSelectTree member -> constants.get(member.getIdentifier().toString());
            default -> null;
        };
    }

    private void add(@Nullable String code) {
        if (code != null && CODE.matcher(code).matches()) {
            found.add(code);
        }
    }
}
