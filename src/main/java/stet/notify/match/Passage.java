package stet.notify.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /**
   * Whether it may stand in one of two versions and not in the other. A part of it that does stands
   * in a text which they do not share.
   *
   * @param changed those texts
   */
  boolean mayDiffer(Texts changed) {
    return parts.stream().anyMatch(changed::has);
  }

  /** The texts of a version as a search sees them, cut once for all passages. */
  static final class Texts {
    private final List<SearchWords> texts = new ArrayList<>();

    /** A passage of which a word stands nowhere is not looked for. */
    private final Set<String> words = new HashSet<>();

    private final Map<List<String>, Boolean> known = new HashMap<>();

    private Texts(Stream<String> all) {
      all.forEach(text -> texts.add(SearchWords.of(text)));
      texts.forEach(text -> words.addAll(text.words()));
    }

    static Texts of(ArticleVersion version) {
      return new Texts(texts(version));
    }

    /** Those that stand in one of two versions alone. */
    static Texts changed(ArticleVersion before, ArticleVersion after) {
      Set<String> old = texts(before).collect(Collectors.toSet());
      Set<String> now = texts(after).collect(Collectors.toSet());
      return new Texts(
          Stream.concat(
              old.stream().filter(text -> !now.contains(text)),
              now.stream().filter(text -> !old.contains(text))));
    }

    private static Stream<String> texts(ArticleVersion version) {
      return Stream.of(
              Stream.of(version.headline(), version.dek()),
              version.body().stream().map(Block::text),
              version.captions().stream().map(Caption::text),
              version.notices().stream().map(n -> n.text()))
          .flatMap(s -> s);
    }

    private boolean has(List<String> sought) {
      return words.containsAll(sought)
          && known.computeIfAbsent(
              sought, w -> texts.stream().anyMatch(text -> text.find(w, false) >= 0));
    }
  }
}
