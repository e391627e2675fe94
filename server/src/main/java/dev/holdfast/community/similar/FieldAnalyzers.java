package dev.holdfast.community.similar;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/// Each field's own way to cut a text.
final class FieldAnalyzers extends DelegatingAnalyzerWrapper {
    private final Map<String, Analyzer> analyzers;

    FieldAnalyzers(List<Field> fields) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.analyzers = fields.stream().collect(Collectors.toUnmodifiableMap(Field::name, Field::analyzer));
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String fieldName) {
        return Objects.requireNonNull(analyzers.get(fieldName), fieldName);
    }
}
