package dev.holdfast.community.similar;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/// Words that stand in every wish and tell nothing of any: who wants something, and that they want it.
final class StopWords {
    static final CharArraySet ENGLISH = with(
            EnglishAnalyzer.getDefaultStopSet(),
            "i",
            "me",
            "my",
            "mine",
            "you",
            "your",
            "we",
            "our",
            "us",
            "he",
            "she",
            "his",
            "her",
            "them",
            "its",
            "am",
            "from",
            "when",
            "while",
            "which",
            "who",
            "what",
            "where",
            "how",
            "so",
            "than",
            "too",
            "very",
            "can",
            "could",
            "would",
            "should",
            "please",
            "want",
            "wish",
            "need",
            "like",
            "let",
            "make",
            "have",
            "has",
            "had",
            "do",
            "does",
            "get",
            "more",
            "some",
            "any",
            "all",
            "also",
            "up",
            "out",
            "about",
            "before",
            "after",
            "instead",
            "because");

    static final CharArraySet CHINESE = with(
            SmartChineseAnalyzer.getDefaultStopSet(),
            "我",
            "我的",
            "你",
            "你们",
            "他",
            "我们",
            "的",
            "了",
            "是",
            "在",
            "有",
            "和",
            "也",
            "就",
            "都",
            "不",
            "要",
            "能",
            "能不能",
            "可以",
            "希望",
            "想",
            "最好",
            "请",
            "吗",
            "呢",
            "吧",
            "一个",
            "一下",
            "这",
            "那",
            "什么",
            "怎么",
            "很",
            "把");

    private StopWords() {}

    private static CharArraySet with(CharArraySet usual, String... more) {
        CharArraySet all = new CharArraySet(usual, true);
        all.addAll(List.of(more));
        return CharArraySet.unmodifiableSet(all);
    }
}
