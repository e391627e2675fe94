package dev.holdfast.community.similar;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/// One way in which a wish is cut up. The weights were chosen on one half of the labelled set; the other half judges
/// them.
///
/// @param title of the title; else of the text
/// @param weight how much a match in it counts
record Field(String name, Analyzer analyzer, boolean chinese, boolean title, float weight) {
    /// All of them. Pairs find words that the dictionary cuts in different ways.
    static List<Field> all() {
        Analyzer english = new EnglishAnalyzer(StopWords.ENGLISH);
        Analyzer words = new SmartChineseAnalyzer(StopWords.CHINESE);
        Analyzer pairs = new CJKAnalyzer();
        return List.of(
                new Field("english-title", english, false, true, 2.0f),
                new Field("english-text", english, false, false, 1.0f),
                new Field("chinese-title", words, true, true, 2.0f),
                new Field("chinese-text", words, true, false, 1.0f),
                new Field("pairs-title", pairs, true, true, 1.0f),
                new Field("pairs-text", pairs, true, false, 0.5f));
    }

    /// What of a text belongs in this field; blank: nothing.
    String of(String text) {
        if (!chinese) {
            return Script.withoutChinese(text);
        }
        return Script.isChinese(text) ? text : "";
    }
}
