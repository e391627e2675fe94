package dev.holdfast.community.similar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/// The index of one instance, in its memory. Words alone are in it, and the ids to find their wishes by.
final class WishIndex implements AutoCloseable {
    /// What a wish is about stands in its first sentences; the rest would only cost memory.
    static final int MAX_TEXT = 500;

    private static final String ID = "id";
    private static final String CONCEPT = "concept";
    private static final float CONCEPT_WEIGHT = 3.0f;

    private final List<Field> fields = Field.all();
    private final Concepts concepts = new Concepts();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private boolean removed;

    WishIndex() {
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig(new FieldAnalyzers(fields)));
            searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException failure) {
            throw inMemory(failure);
        }
    }

    /// Puts a wish in, in the place of what was known of it.
    void put(UUID id, String title, String text) {
        Document document = new Document();
        document.add(new StringField(ID, id.toString(), Store.YES));
        String shortened = shortened(text);
        for (Field field : fields) {
            String value = field.of(field.title() ? title : shortened);
            if (!value.isBlank()) {
                document.add(new TextField(field.name(), value, Store.NO));
            }
        }
        for (String concept : concepts.in(title + "\n" + shortened)) {
            document.add(new StringField(CONCEPT, concept, Store.NO));
        }
        try {
            writer.updateDocument(new Term(ID, id.toString()), document);
        } catch (IOException failure) {
            throw inMemory(failure);
        }
    }

    /// Takes a wish out, and with the next [#show] its words, too.
    void remove(UUID id) {
        try {
            writer.deleteDocuments(new Term(ID, id.toString()));
            removed = true;
        } catch (IOException failure) {
            throw inMemory(failure);
        }
    }

    /// From here on searches see what was put in and taken out.
    void show() {
        try {
            if (removed) {
                // A deleted document's words would lie in memory until the next merge, whenever that is.
                writer.forceMergeDeletes();
                removed = false;
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException failure) {
            throw inMemory(failure);
        }
    }

    /// The wishes nearest to a text, the nearest first.
    List<UUID> nearest(String text, int most) {
        Query query = query(shortened(text));
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                List<UUID> ids = new ArrayList<>();
                for (ScoreDoc found : searcher.search(query, most).scoreDocs) {
                    ids.add(UUID.fromString(searcher.storedFields()
                            .document(found.doc, Set.of(ID))
                            .get(ID)));
                }
                return ids;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw inMemory(failure);
        }
    }

    private Query query(String text) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Field field : fields) {
            String value = field.of(text);
            Query words = value.isBlank()
                    ? null
                    : new QueryBuilder(field.analyzer()).createBooleanQuery(field.name(), value, Occur.SHOULD);
            if (words != null) {
                any.add(new BoostQuery(words, field.weight()), Occur.SHOULD);
            }
        }
        for (String concept : concepts.in(text)) {
            any.add(new BoostQuery(new TermQuery(new Term(CONCEPT, concept)), CONCEPT_WEIGHT), Occur.SHOULD);
        }
        return any.build();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), MAX_TEXT));
    }

    private static UncheckedIOException inMemory(IOException failure) {
        return new UncheckedIOException("An index in memory cannot fail but for want of it", failure);
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException failure) {
            throw inMemory(failure);
        }
    }
}
