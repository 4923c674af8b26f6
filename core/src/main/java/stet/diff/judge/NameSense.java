package stet.diff.judge;

import java.util.HashMap;
import java.util.Map;
import stet.article.ArticleVersion;
import stet.diff.BodyText;
import stet.diff.word.Sentences;
import stet.diff.word.TokenSpans;
import stet.diff.word.WordScanner;

/**
 * Which capitalised words of an article are names: those that carry their capital inside sentences
 * as well, more often than they go without. A headline's capitals prove nothing.
 */
final class NameSense {
  private final Map<String, Integer> capital = new HashMap<>();
  private final Map<String, Integer> lower = new HashMap<>();

  private final ArticleVersion before;
  private final ArticleVersion after;
  private boolean read;

  NameSense(ArticleVersion before, ArticleVersion after) {
    this.before = before;
    this.after = after;
  }

  /** Reading both texts costs more than all other rules, and most edits touch no capital letter. */
  private void read() {
    if (!read) {
      read(BodyText.of(before));
      read(BodyText.of(after));
      read = true;
    }
  }

  private void read(String text) {
    TokenSpans spans = WordScanner.scan(text, 0, text.length());
    Sentences sentences = Sentences.of(spans);
    int[] starts = sentences.starts();
    int[] of = sentences.ofTokens();
    boolean first = true;
    for (int t = 0; t < spans.size; t++) {
      first |= starts[of[t]] == t;
      int c = text.codePointAt(spans.start[t]);
      if (!Character.isLetter(c)) {
        continue;
      }
      String word = text.substring(spans.start[t], spans.end[t]);
      if (Character.isUpperCase(c) && !first) {
        capital.merge(word, 1, Integer::sum);
      } else if (Character.isLowerCase(c)) {
        lower.merge(word, 1, Integer::sum);
      }
      first = false;
    }
  }

  boolean isName(String word) {
    int c = word.codePointAt(0);
    if (word.length() < 2 || !Character.isUpperCase(c)) {
      return false;
    }
    read();
    int uses = capital.getOrDefault(word, 0);
    return uses > 0 && uses > lower.getOrDefault(EditJudge.lower(word), 0);
  }
}
