package stet.notify.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Caption;
import stet.diff.word.Quotations;
import stet.diff.word.SearchWords;

/** A passage that somebody cites: words, compared as a search compares them. */
final class Passage {
  private final List<List<String>> parts;

  Passage(String text) {
    this.parts = Quotations.parts(text);
  }

  /** Whether a text has one of its words. */
  boolean touches(String text) {
    List<String> words = SearchWords.of(text).words();
    return parts.stream().flatMap(List::stream).anyMatch(words::contains);
  }

  /** Whether every part of it stands in a version, each anywhere in it. */
  boolean standsIn(Texts texts) {
    return !parts.isEmpty() && parts.stream().allMatch(texts::has);
  }

  /** The texts of a version as a search sees them, cut once for all passages. */
  static final class Texts {
    private final List<SearchWords> texts = new ArrayList<>();

    /** A passage of which a word stands nowhere is not looked for. */
    private final Set<String> words = new HashSet<>();

    private final Map<List<String>, Boolean> known = new HashMap<>();

    Texts(ArticleVersion version) {
      Stream.of(
              Stream.of(version.headline(), version.dek()),
              version.body().stream().map(Block::text),
              version.captions().stream().map(Caption::text),
              version.notices().stream().map(n -> n.text()))
          .flatMap(s -> s)
          .forEach(text -> texts.add(SearchWords.of(text)));
      texts.forEach(text -> words.addAll(text.words()));
    }

    private boolean has(List<String> sought) {
      return words.containsAll(sought)
          && known.computeIfAbsent(
              sought, w -> texts.stream().anyMatch(text -> text.find(w, false) >= 0));
    }
  }
}
